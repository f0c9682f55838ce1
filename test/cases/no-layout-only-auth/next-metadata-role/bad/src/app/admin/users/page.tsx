import { db } from '@/lib/db';
export default async function Users() { // expect: no-layout-only-auth
  const all = await db.query.users.findMany({ columns: { id: true, email: true } });
  return <p>{all.length}</p>;
}
