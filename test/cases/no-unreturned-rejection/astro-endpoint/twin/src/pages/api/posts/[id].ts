import type { APIRoute } from 'astro';
import { db } from '../../../db';
export const DELETE: APIRoute = async ({ locals, params }) => {
  const rejected = new Response('Unauthorized', { status: 401 });
  if (!locals.user) {
    return rejected;
  }
  await db.deletePost(params.id!, locals.user.id);
  return new Response(null, { status: 204 });
};
