import { appendResponseHeader, defineEventHandler, getCookie } from 'h3';
import type { Session, User } from 'lucia';
import { $lucia } from '#auth';

declare module 'h3' {
  interface H3EventContext {
    user: User | null;
    session: Session | null;
  }
}

/** Finds out who sends a request, for every server route: `event.context.user`. Route middleware of pages protects nothing. */
export default defineEventHandler(async (event) => {
  event.context.user = null;
  event.context.session = null;
  const sessionId = getCookie(event, $lucia.sessionCookieName);
  if (!sessionId) return;
  const { user, session } = await $lucia.validateSession(sessionId);
  if (session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  }
  if (!session) {
    appendResponseHeader(event, 'Set-Cookie', $lucia.createBlankSessionCookie().serialize());
  }
  event.context.user = user;
  event.context.session = session;
});
