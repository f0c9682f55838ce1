import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { checkToken } from './lib/server/session';
export const viewer = createMiddleware(async (c, next) => {
  const token = getCookie(c, 'sid');
  const { user } = token ? await checkToken(token) : { user: null };
  c.set('user', user);
  await next();
});
