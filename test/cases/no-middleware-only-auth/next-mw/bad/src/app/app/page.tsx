import { db } from '@/lib/db';
import { invoices } from '@/lib/schema';

export default async function Page() {
  const rows = await db.select().from(invoices);
  return <p>{rows.length}</p>;
}
