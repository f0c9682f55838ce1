import { defineMiddleware } from 'astro:middleware';
import { lucia } from './lib/auth';
export const onRequest = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value;
  context.locals.user = id ? (await lucia.validateSession(id)).user : null;
  if (context.url.pathname.startsWith('/dashboard') && !context.locals.user) return context.redirect('/login');
  return next();
});
