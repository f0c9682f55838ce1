import { eq } from 'drizzle-orm';
import { db, posts } from '$lib/server/db';
export async function PUT({ params, request }) { // expect: require-session-check
  await db.update(posts).set({ body: await request.text() }).where(eq(posts.id, params.id));
  return new Response(null, { status: 204 });
}
