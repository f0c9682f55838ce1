import type { APIRoute } from 'astro';
import { db } from '../../../db';
import { posts } from '../../../schema';
import { eq } from 'drizzle-orm';

export const DELETE: APIRoute = async ({ params }) => { // expect: require-session-check
  await db.delete(posts).where(eq(posts.id, params.id!));
  return new Response(null, { status: 204 });
};
