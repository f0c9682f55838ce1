import type { Handle } from '@sveltejs/kit';
import { auth } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(auth.sessionCookieName);
  if (!id) {
    event.locals.user = null;
    event.locals.session = null;
    return resolve(event);
  }
  const { session, user } = await auth.validateSession(id);
  if (session?.fresh) {
    const cookie = auth.createSessionCookie(session.id);
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  }
  if (!session) {
    const cookie = auth.createBlankSessionCookie();
    event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
