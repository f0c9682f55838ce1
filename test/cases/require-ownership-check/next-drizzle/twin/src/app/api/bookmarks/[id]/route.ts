import { and, eq } from 'drizzle-orm';
import { validateRequest } from '@/lib/auth';
import { db } from '@/lib/db';
import { bookmarks } from '@/lib/schema';

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const { user } = await validateRequest();
  if (!user) return new Response(null, { status: 401 });
  const { id } = await params;
  const [row] = await db.select().from(bookmarks).where(and(eq(bookmarks.id, id), eq(bookmarks.userId, user.id)));
  return Response.json(row);
}
