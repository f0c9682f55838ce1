import { lucia } from '$lib/server/auth';
import type { Handle } from '@sveltejs/kit';
export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
