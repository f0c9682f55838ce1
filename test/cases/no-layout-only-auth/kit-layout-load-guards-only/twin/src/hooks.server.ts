import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const { user, session } = await lucia.validateSession(event.cookies.get(lucia.sessionCookieName) ?? '');
  const cookie = session?.fresh
    ? lucia.createSessionCookie(session.id)
    : session
      ? undefined
      : lucia.createBlankSessionCookie();
  if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
