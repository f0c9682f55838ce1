import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { getReports } from '@/lib/reports';

export default async function Dashboard() {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  return <p>{(await getReports()).length}</p>;
}
