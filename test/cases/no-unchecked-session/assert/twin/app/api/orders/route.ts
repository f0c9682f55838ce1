import { eq } from 'drizzle-orm';
import { db, orders } from '@/lib/db';
import { getAuth } from '@/lib/session';
export async function GET() {
  const auth = await getAuth();
  if (auth.session === null) return new Response(null, { status: 401 });
  const rows = await db.select().from(orders).where(eq(orders.userId, auth.user!.id));
  return Response.json(rows);
}
