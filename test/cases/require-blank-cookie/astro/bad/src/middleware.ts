import { defineMiddleware } from 'astro:middleware';
import { lucia } from './lib/auth';
export const onRequest = defineMiddleware(async (context, next) => {
  const sid = context.cookies.get(lucia.sessionCookieName)?.value ?? null;
  context.locals.user = null;
  if (sid) {
    const { user, session } = await lucia.validateSession(sid); // expect: require-blank-cookie
    if (session?.fresh) {
      const renewed = lucia.createSessionCookie(session.id);
      context.cookies.set(renewed.name, renewed.value, renewed.attributes);
    }
    context.locals.user = user;
  }
  return next();
});
