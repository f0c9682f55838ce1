import type { APIRoute } from 'astro';
import { eq } from 'drizzle-orm';
import { db, todos } from '../../../lib/db';
export const POST: APIRoute = async ({ params }) => { // expect: require-session-check
  await db.update(todos).set({ done: 'yes' }).where(eq(todos.id, params.id!));
  return new Response(null, { status: 204 });
};
