import { error } from '@sveltejs/kit';
import { removeAlbum } from '$lib/server/albums';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ params, locals }) => {
  if (!locals.user) error(401);
  await removeAlbum(params.id); // expect: require-ownership-check
  return new Response(null, { status: 204 });
};
