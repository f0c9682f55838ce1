import { defineMiddleware } from 'astro:middleware';
import { lucia } from '../auth';

export const session = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value ?? null;
  if (!id) {
    context.locals.user = null;
    context.locals.session = null;
    return next();
  }
  const found = await lucia.validateSession(id); // expect: require-fresh-cookie
  if (found.session === null) {
    const { name, value, attributes } = lucia.createBlankSessionCookie();
    context.cookies.set(name, value, attributes);
  }
  context.locals.user = found.user;
  context.locals.session = found.session;
  return next();
});
