import { defineMiddleware, sequence } from 'astro:middleware';
import { lucia } from './lib/auth';
const session = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value;
  context.locals.user = id ? (await lucia.validateSession(id)).user : null;
  return next();
});
const api = defineMiddleware(async ({ url, locals }, next) => {
  if (url.pathname.startsWith('/api/') && !locals.user) return new Response(null, { status: 401 });
  return next();
});
export const onRequest = sequence(session, api);
