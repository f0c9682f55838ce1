import type { Handle } from '@sveltejs/kit';
import type { Session, User } from 'lucia';
import { $lucia } from '#auth';

declare global {
  namespace App {
    interface Locals {
      user: User | null;
      session: Session | null;
    }
  }
}

/** Finds out who sends a request, for every load function, action and endpoint: `event.locals.user`. */
export const $validateRequest: Handle = async ({ event, resolve }) => {
  event.locals.user = null;
  event.locals.session = null;
  const sessionId = event.cookies.get($lucia.sessionCookieName);
  if (sessionId) {
    const { user, session } = await $lucia.validateSession(sessionId);
    if (session?.fresh) {
      const cookie = $lucia.createSessionCookie(session.id);
      event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    }
    if (!session) {
      const cookie = $lucia.createBlankSessionCookie();
      event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
    }
    event.locals.user = user;
    event.locals.session = session;
  }
  return resolve(event);
};
