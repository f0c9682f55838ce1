import { eq } from 'drizzle-orm';
import { db, salaries } from '@/lib/db';
import { mustBeSignedIn } from '@/lib/current';
export default async function SalariesPage() {
  const me = await mustBeSignedIn();
  const rows = await db.select().from(salaries).where(eq(salaries.userId, me.id));
  return <table><tbody>{rows.map((row) => <tr key={row.id}><td>{row.amount}</td></tr>)}</tbody></table>;
}
