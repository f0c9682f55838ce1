import { lucia } from '$lib/server/auth';
import type { Handle } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  const { session, user } = await lucia.validateSession(event.cookies.get(lucia.sessionCookieName) ?? '');
  if (session?.fresh) {
    const c = lucia.createSessionCookie(session.id);
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  if (!session) {
    const c = lucia.createBlankSessionCookie();
    event.cookies.set(c.name, c.value, { path: '/', ...c.attributes });
  }
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
