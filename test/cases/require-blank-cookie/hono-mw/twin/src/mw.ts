import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { auth } from './auth';
export const viewer = createMiddleware(async (c, next) => {
  const sid = getCookie(c, auth.sessionCookieName);
  if (!sid) { c.set('viewer', null); return next(); }
  const result = await auth.validateSession(sid);
  const cookie = result.session ? (result.session.fresh ? auth.createSessionCookie(result.session.id) : null) : auth.createBlankSessionCookie();
  if (cookie) c.header('Set-Cookie', cookie.serialize(), { append: true });
  c.set('viewer', result.user);
  c.set('session', result.session);
  await next();
});
