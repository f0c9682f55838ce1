import { defineMiddleware } from 'astro:middleware';
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

/** Finds out who sends a request, for every page and endpoint that renders on demand: `Astro.locals.user`. */
export const $validateRequest = defineMiddleware(async (context, next) => {
  context.locals.user = null;
  context.locals.session = null;
  //#if !astro4
  // A prerendered page has no request of its own.
  if (context.isPrerendered) return next();
  //#endif
  const sessionId = context.cookies.get($lucia.sessionCookieName)?.value;
  if (sessionId) {
    const { user, session } = await $lucia.validateSession(sessionId);
    if (session?.fresh) {
      const cookie = $lucia.createSessionCookie(session.id);
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!session) {
      const cookie = $lucia.createBlankSessionCookie();
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
    }
    context.locals.user = user;
    context.locals.session = session;
  }
  return next();
});
