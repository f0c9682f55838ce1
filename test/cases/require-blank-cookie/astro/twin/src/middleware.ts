import { defineMiddleware } from 'astro:middleware';
import { lucia } from './lib/auth';
import { sync } from './lib/jar';
export const onRequest = defineMiddleware(async (context, next) => {
  const sid = context.cookies.get(lucia.sessionCookieName)?.value ?? null;
  context.locals.user = null;
  if (sid) {
    const { user, session } = await lucia.validateSession(sid);
    sync(context.cookies, session);
    context.locals.user = user;
  }
  return next();
});
