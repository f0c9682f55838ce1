import { redirect } from 'next/navigation';
import { listReports } from '@/lib/reports';
import { validateRequest } from '@/lib/session';
export default async function Dashboard() {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const reports = await listReports();
  return <p>{reports.length}</p>;
}
