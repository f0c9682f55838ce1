import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { lucia } from './lucia';

export const session = createMiddleware(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (!id) {
    c.set('user', null);
    c.set('session', null);
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  c.set('user', user);
  c.set('session', session);
  return next();
});
export const signedIn = createMiddleware(async (c, next) => {
  if (!c.get('user')) return c.json({ error: 'Unauthorized' }, 401);
  await next();
});
