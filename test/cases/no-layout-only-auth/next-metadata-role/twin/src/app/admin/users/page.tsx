import { notFound } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { db } from '@/lib/db';
export default async function Users() {
  const { user } = await validateRequest();
  if (user?.role !== 'admin') notFound();
  const all = await db.query.users.findMany({ columns: { id: true, email: true } });
  return <p>{all.length}</p>;
}
