import { listReports } from '@/lib/reports';
export default async function Dashboard() {
  const reports = await listReports();
  return <p>{reports.length}</p>;
}
