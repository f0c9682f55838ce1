import type { APIRoute } from 'astro';
import { wipe } from '../../wipe';
export const POST: APIRoute = async ({ locals }) => {
  if (locals.user === null) {
    return new Response('Unauthorized', { status: 401 });
  }
  await wipe();
  return new Response(null, { status: 204 });
};
