import type { Handle } from '@sveltejs/kit';
import { lucia } from '$lib/server/auth';
import { SessionManager } from '$lib/server/session-manager';

const manager = new SessionManager();

export const handle: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(lucia.sessionCookieName);
  event.locals.user = null;
  event.locals.session = null;
  if (id) {
    const { session, user, cookie } = await manager.check(id);
    if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    event.locals.user = user;
    event.locals.session = session;
  }
  return resolve(event);
};
