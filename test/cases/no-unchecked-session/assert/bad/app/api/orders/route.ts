import { eq } from 'drizzle-orm';
import { db, orders } from '@/lib/db';
import { getAuth } from '@/lib/session';
export async function GET() {
  const auth = await getAuth();
  const rows = await db.select().from(orders).where(eq(orders.userId, auth.user!.id)); // expect: no-unchecked-session
  return Response.json(rows);
}
