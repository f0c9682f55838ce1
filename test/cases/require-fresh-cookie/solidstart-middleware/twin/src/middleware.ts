import { createMiddleware } from '@solidjs/start/middleware';
import { verifyRequestOrigin } from 'lucia';
import { appendHeader, getCookie } from 'vinxi/http';
import { lucia } from './lib/auth';

export default createMiddleware({
  onRequest: async (event) => {
    if (event.request.method !== 'GET') {
      const origin = event.request.headers.get('Origin');
      const host = event.request.headers.get('Host');
      if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
    }
    const id = getCookie(event.nativeEvent, lucia.sessionCookieName);
    const answer = id ? await lucia.validateSession(id) : null;
    if (answer && !answer.session) {
      appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
    }
    if (answer?.session?.fresh) {
      appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createSessionCookie(answer.session.id).serialize());
    }
    event.locals.user = answer?.user ?? null;
    event.locals.session = answer?.session ?? null;
  },
});
