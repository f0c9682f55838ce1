import { createMiddleware } from 'hono/factory';
import { getCookie, setCookie } from 'hono/cookie';
import type { Session, User } from 'lucia';
import { lucia } from '../lib/lucia';
import { lookup } from '../lib/cache';

export const auth = createMiddleware<{ Variables: { user: User | null; session: Session | null } }>(async (c, next) => {
  const entry = lookup(c.req.path);
  if (entry?.fresh) return c.html(entry.body);
  const id = getCookie(c, lucia.sessionCookieName);
  const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null }; // expect: require-fresh-cookie
  if (id && !session) {
    const blank = lucia.createBlankSessionCookie();
    setCookie(c, blank.name, blank.value, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 0 });
  }
  c.set('user', user);
  c.set('session', session);
  await next();
});
