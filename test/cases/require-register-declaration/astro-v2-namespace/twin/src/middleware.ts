import { defineMiddleware } from 'astro:middleware';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './auth';

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.request.method !== 'GET') {
    const origin = context.request.headers.get('Origin');
    const host = context.request.headers.get('Host');
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
      return new Response(null, { status: 403 });
    }
  }
  const id = context.cookies.get(lucia.sessionCookieName)?.value;
  if (!id) {
    context.locals.user = null;
    context.locals.session = null;
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) {
    const c = lucia.createSessionCookie(session.id);
    context.cookies.set(c.name, c.value, c.attributes);
  }
  if (!session) {
    const c = lucia.createBlankSessionCookie();
    context.cookies.set(c.name, c.value, c.attributes);
  }
  context.locals.user = user;
  context.locals.session = session;
  return next();
});
