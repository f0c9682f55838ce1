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
    const c = auth.createSessionCookie(session.id);
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  if (!session) {
    const c = auth.createBlankSessionCookie();
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};
