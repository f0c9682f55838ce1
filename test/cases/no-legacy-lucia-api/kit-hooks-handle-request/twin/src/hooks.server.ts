import type { Handle } from '@sveltejs/kit';
import { auth } from '$lib/server/lucia';

export const handle: Handle = async ({ event, resolve }) => {
  const { session, user } = await auth.validateSession(event.cookies.get(auth.sessionCookieName) ?? '');
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
