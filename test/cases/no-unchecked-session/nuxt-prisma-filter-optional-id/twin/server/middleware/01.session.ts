import type { Session, User } from 'lucia';
import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (!['GET', 'HEAD'].includes(event.method)) {
    const origin = getHeader(event, 'Origin');
    const host = getHeader(event, 'Host');
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
      throw createError({ statusCode: 403 });
    }
  }
  const sessionId = getCookie(event, lucia.sessionCookieName);
  if (!sessionId) {
    event.context.user = null;
    event.context.session = null;
    return;
  }
  const { session, user } = await lucia.validateSession(sessionId);
  if (session?.fresh) appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  event.context.user = user;
  event.context.session = session;
});

declare module 'h3' {
  interface H3EventContext {
    user: User | null;
    session: Session | null;
  }
}
