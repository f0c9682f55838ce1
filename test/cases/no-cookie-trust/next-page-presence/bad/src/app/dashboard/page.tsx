import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';
import { getReports } from '@/lib/reports';

export default async function Dashboard() {
  const jar = await cookies();
  const sid = jar.get(lucia.sessionCookieName);
  if (!sid) redirect('/login'); // expect: no-cookie-trust
  return <p>{(await getReports()).length}</p>;
}
