import { lucia } from '$lib/server/auth';
import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';
export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  event.locals.user = user;
  event.locals.session = session;
  if (event.route.id?.startsWith('/(app)') && !user) redirect(302, '/login');
  return resolve(event);
};
