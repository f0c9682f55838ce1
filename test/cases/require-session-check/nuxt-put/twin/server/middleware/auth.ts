import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (event.method !== 'GET') {
    if (!verifyRequestOrigin(getHeader(event, 'Origin') ?? '', [getHeader(event, 'Host') ?? ''])) return event.node.res.writeHead(403).end();
  }
  const id = getCookie(event, lucia.sessionCookieName) ?? null;
  if (!id) {
    event.context.session = null;
    event.context.user = null;
    return;
  }
  const { session, user } = await lucia.validateSession(id);
  if (session && session.fresh) appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  event.context.session = session;
  event.context.user = user;
});
