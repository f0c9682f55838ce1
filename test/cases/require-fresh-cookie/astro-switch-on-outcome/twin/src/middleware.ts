import { defineMiddleware } from 'astro:middleware';
import { gate } from './server/gate';

export const onRequest = defineMiddleware(async ({ cookies, locals }, next) => {
  locals.user = null;
  locals.session = null;
  const ticket = cookies.get(gate.sessionCookieName)?.value;
  if (!ticket) return next();

  const { user, session } = await gate.validateSession(ticket);
  if (!session) {
    const blank = gate.createBlankSessionCookie();
    cookies.set(blank.name, blank.value, blank.attributes);
    return next();
  }
  if (session.fresh) {
    const renewed = gate.createSessionCookie(session.id);
    cookies.set(renewed.name, renewed.value, renewed.attributes);
  }
  locals.user = user;
  locals.session = session;
  return next();
});
