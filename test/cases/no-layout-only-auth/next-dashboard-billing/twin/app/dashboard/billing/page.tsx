import { desc } from 'drizzle-orm';
import { db } from '@/lib/db';
import { invoices } from '@/lib/db/schema';
import { requireUser } from '@/lib/auth/current';

export default async function Billing() {
  await requireUser();
  const rows = await db.select().from(invoices).orderBy(desc(invoices.cents)).limit(100);
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.customer}</td>
            <td>{(row.cents / 100).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
