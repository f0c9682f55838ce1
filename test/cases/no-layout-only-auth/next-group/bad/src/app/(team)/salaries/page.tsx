import { db, salaries } from '@/lib/db';
export default async function SalariesPage() { // expect: no-layout-only-auth
  const rows = await db.select().from(salaries);
  return <table><tbody>{rows.map((row) => <tr key={row.id}><td>{row.amount}</td></tr>)}</tbody></table>;
}
