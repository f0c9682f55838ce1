import type { APIRoute } from 'astro';
import { db } from '../../../db';
import { posts } from '../../../schema';
import { and, eq } from 'drizzle-orm';

export const DELETE: APIRoute = async ({ params, locals }) => {
  if (!locals.user) return new Response(null, { status: 401 });
  await db.delete(posts).where(and(eq(posts.id, params.id!), eq(posts.authorId, locals.user.id)));
  return new Response(null, { status: 204 });
};
