import type { Handle } from '@sveltejs/kit';
import { checkToken, cookieName, dropCookie, writeCookie } from '$lib/server/session';

export const handle: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get(cookieName);
  if (!token) {
    event.locals.hiker = null;
    event.locals.session = null;
    return resolve(event);
  }
  const { session, hiker } = await checkToken(token);
  if (session) writeCookie(event, token, session.expiresAt);
  else dropCookie(event);
  event.locals.hiker = hiker;
  event.locals.session = session;
  return resolve(event);
};
