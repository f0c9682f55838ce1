import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { lucia } from '$lib/server/auth';
import { endSession } from '$lib/server/end-session';

export const POST: RequestHandler = async ({ cookies, locals }) => {
  if (!locals.session) redirect(302, '/login');
  await endSession(locals.session.id);
  cookies.delete(lucia.sessionCookieName, { path: '/' });
  cookies.delete('cart', { path: '/' });
  redirect(302, '/login');
};
