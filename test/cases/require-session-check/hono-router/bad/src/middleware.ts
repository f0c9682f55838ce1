import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
export const session = createMiddleware(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  c.set('user', user);
  await next();
});
