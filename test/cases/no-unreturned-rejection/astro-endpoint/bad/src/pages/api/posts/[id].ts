import type { APIRoute } from 'astro';
import { db } from '../../../db';
export const DELETE: APIRoute = async ({ locals, params }) => {
  if (!locals.user) {
    new Response('Unauthorized', { status: 401 }); // expect: no-unreturned-rejection
  }
  await db.deletePost(params.id!, locals.user?.id);
  return new Response(null, { status: 204 });
};
