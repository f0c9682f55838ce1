import { db } from '../../../lib/db';
import { who } from '../../../lib/auth';
export async function GET() {
  const { user } = await who();
  if (!user) return new Response(null, { status: 401 });
  return Response.json(await db.order.findMany({ where: { userId: user.id } }));
}
