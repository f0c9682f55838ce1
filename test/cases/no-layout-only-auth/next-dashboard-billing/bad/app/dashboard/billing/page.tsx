import { desc } from 'drizzle-orm';
import { db } from '@/lib/db';
import { invoices } from '@/lib/db/schema';

export default async function Billing() {
  const rows = await db.select().from(invoices).orderBy(desc(invoices.cents)).limit(100); // expect: no-layout-only-auth
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
