import { createMiddleware } from 'hono/factory';
import { getCookie, setCookie } from 'hono/cookie';
import type { Session, User } from 'lucia';
import { lucia } from '../lib/lucia';
import { lookup } from '../lib/cache';

export const auth = createMiddleware<{ Variables: { user: User | null; session: Session | null } }>(async (c, next) => {
  const entry = lookup(c.req.path);
  if (entry?.fresh) return c.html(entry.body);
  const id = getCookie(c, lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
  const cookie = session?.fresh
    ? lucia.createSessionCookie(session.id)
    : id && !session
      ? lucia.createBlankSessionCookie()
      : null;
  if (cookie) {
    const { path, httpOnly, secure, maxAge } = cookie.attributes;
    setCookie(c, cookie.name, cookie.value, { path, httpOnly, secure, sameSite: 'Lax', maxAge });
  }
  c.set('user', user);
  c.set('session', session);
  await next();
});
