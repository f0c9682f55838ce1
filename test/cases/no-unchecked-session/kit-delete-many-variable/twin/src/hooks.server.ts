import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';

export const handle: Handle = async ({ event, resolve }) => {
  const sid = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = null;
  event.locals.session = null;
  if (sid) {
    const { user, session } = await lucia.validateSession(sid);
    if (session?.fresh) {
      const c = lucia.createSessionCookie(session.id);
      event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
    }
    if (!session) {
      const c = lucia.createBlankSessionCookie();
      event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
    }
    event.locals.user = user;
    event.locals.session = session;
  }
  return resolve(event);
};
