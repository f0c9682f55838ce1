import { redirect } from 'next/navigation';
import { getAuth } from '../../lib/auth';

export default async function AccountPage() {
  const result = await getAuth();
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
