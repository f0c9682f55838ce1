import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Session, User } from 'lucia';
import { $lucia } from '#auth';

export type SessionEnv = { Variables: { user: User | null; session: Session | null } };

/** Finds out who sends a request, for every handler after it: `c.get('user')`. */
export const $validateRequest = createMiddleware<SessionEnv>(async (c, next) => {
  c.set('user', null);
  c.set('session', null);
  const sessionId = getCookie(c, $lucia.sessionCookieName);
  if (sessionId) {
    const { user, session } = await $lucia.validateSession(sessionId);
    if (session?.fresh) {
      c.header('Set-Cookie', $lucia.createSessionCookie(session.id).serialize(), { append: true });
    }
    if (!session) {
      c.header('Set-Cookie', $lucia.createBlankSessionCookie().serialize(), { append: true });
    }
    c.set('user', user);
    c.set('session', session);
  }
  await next();
});
