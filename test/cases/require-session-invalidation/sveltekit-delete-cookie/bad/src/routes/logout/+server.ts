import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { lucia } from '$lib/server/auth';

export const POST: RequestHandler = async ({ cookies, locals }) => {
  if (!locals.session) redirect(302, '/login');
  cookies.delete(lucia.sessionCookieName, { path: '/' }); // expect: require-session-invalidation
  cookies.delete('cart', { path: '/' });
  redirect(302, '/login');
};
