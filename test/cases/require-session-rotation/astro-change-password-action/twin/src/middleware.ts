import { defineMiddleware } from 'astro:middleware';
import { lucia } from './auth';

export const onRequest = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value ?? null;
  if (!id) {
    context.locals.user = null;
    context.locals.session = null;
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session && session.fresh) {
    const c = lucia.createSessionCookie(session.id);
    context.cookies.set(c.name, c.value, c.attributes);
  }
  if (!session) {
    const c = lucia.createBlankSessionCookie();
    context.cookies.set(c.name, c.value, c.attributes);
  }
  context.locals.session = session;
  context.locals.user = user;
  return next();
});
