import { defineMiddleware, sequence } from 'astro:middleware';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../server/lucia';

const origin = defineMiddleware(({ request }, next) => {
  if (request.method === 'GET') return next();
  const ok = verifyRequestOrigin(request.headers.get('Origin') ?? '', [request.headers.get('Host') ?? '']);
  return ok ? next() : new Response(null, { status: 403 });
});

const session = defineMiddleware(async (context, next) => {
  const id = context.cookies.get(lucia.sessionCookieName)?.value;
  if (!id) return next();
  const found = await lucia.validateSession(id);
  if (found.session?.fresh) {
    const c = lucia.createSessionCookie(found.session.id);
    context.cookies.set(c.name, c.value, c.attributes);
  } else if (!found.session) {
    const c = lucia.createBlankSessionCookie();
    context.cookies.set(c.name, c.value, c.attributes);
  }
  context.locals.user = found.user;
  context.locals.session = found.session;
  return next();
});

export const onRequest = sequence(origin, session);
