import { redirect } from 'next/navigation';
import { cookies } from 'next/headers';
import { lucia as sessions } from '../../lib/auth';

export default async function AccountPage() {
  const token = (await cookies()).get(sessions.sessionCookieName)?.value ?? '';
  const result = await sessions.validateSession(token); // expect: no-direct-validate-session
  if (!result.user) {
    redirect('/login');
  }
  return (
    <main>
      <h1>Account</h1>
      <p>{result.user.email}</p>
    </main>
  );
}
