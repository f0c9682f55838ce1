import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { $lucia } from '#auth';

// Form posts of other sites are refused in hooks.server.ts.
export const POST: RequestHandler = async (event) => {
  if (event.locals.session) await $lucia.invalidateSession(event.locals.session.id);
  const cookie = $lucia.createBlankSessionCookie();
  event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(303, '/login');
};
