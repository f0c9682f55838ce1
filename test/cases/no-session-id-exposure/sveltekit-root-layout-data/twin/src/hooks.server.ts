import { lucia } from '$lib/server/auth';
import type { Handle } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  if (!id) {
    event.locals.user = null;
    event.locals.session = null;
    return resolve(event);
  }
  const { session, user } = await lucia.validateSession(id);
  const cookie = session
    ? session.fresh
      ? lucia.createSessionCookie(session.id)
      : undefined
    : lucia.createBlankSessionCookie();
  if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
