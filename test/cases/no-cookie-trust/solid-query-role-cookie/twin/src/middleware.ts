import { createMiddleware } from '@solidjs/start/middleware';
import { verifyRequestOrigin } from 'lucia';
import { appendHeader, getCookie, getHeader } from 'vinxi/http';
import { lucia } from './server/auth';

export default createMiddleware({
  onRequest: [
    async ({ nativeEvent, request }) => {
      if (request.method === 'GET') return;
      const ok = verifyRequestOrigin(getHeader(nativeEvent, 'Origin') ?? '', [getHeader(nativeEvent, 'Host') ?? '']);
      if (!ok) return new Response('Bad origin', { status: 403 });
    },
    async (event) => {
      const id = getCookie(event.nativeEvent, lucia.sessionCookieName) ?? '';
      const { session, user } = await lucia.validateSession(id);
      if (session?.fresh)
        appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      if (!session) appendHeader(event.nativeEvent, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
      event.locals.user = user;
    },
  ],
});
