import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { db } from '@/lib/db';
import { invoices } from '@/lib/schema';

export default async function Page() {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const rows = await db.select().from(invoices);
  return <p>{rows.length}</p>;
}
