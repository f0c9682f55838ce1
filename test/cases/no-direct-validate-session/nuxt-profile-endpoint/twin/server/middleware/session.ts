import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (event.method !== 'GET') {
    const origin = getHeader(event, 'Origin') ?? null;
    const host = getHeader(event, 'Host') ?? null;
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
      return event.node.res.writeHead(403).end();
    }
  }
  const ticket = getCookie(event, guardian.sessionCookieName) ?? null;
  if (!ticket) {
    event.context.user = null;
    return;
  }
  const { session, user } = await guardian.validateSession(ticket);
  if (session && session.fresh) {
    appendResponseHeader(event, 'Set-Cookie', guardian.createSessionCookie(session.id).serialize());
  }
  if (!session) {
    appendResponseHeader(event, 'Set-Cookie', guardian.createBlankSessionCookie().serialize());
  }
  event.context.user = user;
});
