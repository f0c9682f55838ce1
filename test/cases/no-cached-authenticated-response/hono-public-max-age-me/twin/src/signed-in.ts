import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { User } from 'lucia';
import { lucia } from './lucia';

export interface Vars {
  user: User;
}

export const signedIn = createMiddleware<{ Variables: Vars }>(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  if (!session) {
    c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
    return c.json({ message: 'Sign in first' }, 401);
  }
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.set('user', user);
  await next();
});
