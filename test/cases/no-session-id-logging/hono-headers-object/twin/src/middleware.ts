import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import type { Session, User } from 'lucia';
import { lucia } from './lucia';

export type Env = { Variables: { user: User | null; session: Session | null } };

export const withSession = createMiddleware<Env>(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName) ?? null;
  if (!id) {
    c.set('user', null);
    c.set('session', null);
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) {
    c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  }
  if (!session) {
    c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  }
  c.set('user', user);
  c.set('session', session);
  return next();
});
