import { createMiddleware } from '@solidjs/start/middleware';
import { verifyRequestOrigin } from 'lucia';
import { appendHeader, getCookie, getHeader } from 'vinxi/http';
import { lucia } from './server/lucia';

export default createMiddleware({
  onRequest: async (event) => {
    if (event.request.method !== 'GET' && event.request.method !== 'HEAD') {
      const origin = getHeader(event.nativeEvent, 'Origin') ?? null;
      const host = getHeader(event.nativeEvent, 'Host') ?? null;
      if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
    }
    const sid = getCookie(event.nativeEvent, lucia.sessionCookieName);
    if (!sid) {
      event.locals.user = null;
      return;
    }
    const { session, user } = await lucia.validateSession(sid);
    if (session?.fresh) {
      appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    }
    if (session === null) {
      appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
    }
    event.locals.user = user;
  },
});
