import { redirect } from 'next/navigation';
import { getAuth } from '../../auth/session';

export default async function Dashboard() {
  const { user, session } = await getAuth();
  if (!user) redirect('/login');
  console.log(`dashboard opened by ${user.id} in ${session.id}`); // expect: no-session-id-logging
  return <h1>Hello {user.email}</h1>;
}
