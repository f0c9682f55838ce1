import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
export const session = createMiddleware(async (c, next) => {
  const id = getCookie(c, lucia.sessionCookieName);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user && c.req.method !== 'GET') throw new HTTPException(401);
  c.set('user', user);
  await next();
});
