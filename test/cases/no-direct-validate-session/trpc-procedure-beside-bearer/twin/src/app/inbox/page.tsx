import { redirect } from 'next/navigation';
import * as sessions from '../../server/session';

export default async function Inbox() {
  const { user } = await sessions.sessionOf();
  if (!user) return redirect('/login');
  return <p>Inbox of {user.email}</p>;
}
