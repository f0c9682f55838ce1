import { verifyRequestOrigin } from 'lucia';
import { defineMiddleware } from 'astro:middleware';
import { lucia } from './lib/lucia';

export const onRequest = defineMiddleware(async (context, next) => {
  if (context.request.method !== 'GET') {
    const origin = context.request.headers.get('Origin');
    const host = context.request.headers.get('Host');
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  }
  const id = context.cookies.get(lucia.sessionCookieName)?.value ?? '';
  const { session, user } = await lucia.validateSession(id);
  const cookie = session?.fresh
    ? lucia.createSessionCookie(session.id)
    : session
      ? null
      : lucia.createBlankSessionCookie();
  if (cookie) context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  Object.assign(context.locals, { session, user });
  return next();
});
