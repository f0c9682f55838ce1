import { redirect } from 'next/navigation';
import { cookies } from 'next/headers';
import * as auth from '../../server/auth';

export default async function Inbox() {
  const jar = await cookies();
  const id = jar.get(auth.lucia.sessionCookieName)?.value;
  if (!id) return redirect('/login');
  const { user } = await auth.lucia.validateSession(id); // expect: no-direct-validate-session
  if (!user) return redirect('/login');
  return <p>Inbox of {user.email}</p>;
}
