import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { auth } from './auth';
export const viewer = createMiddleware(async (c, next) => {
  const sid = getCookie(c, auth.sessionCookieName);
  if (!sid) { c.set('viewer', null); return next(); }
  const result = await auth.validateSession(sid); // expect: require-blank-cookie
  if (result.session?.fresh) c.header('Set-Cookie', auth.createSessionCookie(result.session.id).serialize(), { append: true });
  c.set('viewer', result.user);
  c.set('session', result.session);
  await next();
});
