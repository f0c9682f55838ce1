import { consola } from 'consola';

const log = consola.withTag('auth');

export default defineEventHandler(async (event) => {
  const token = getCookie(event, lucia.sessionCookieName);
  if (!token) {
    event.context.user = null;
    return;
  }
  const { user, session } = await lucia.validateSession(token);
  if (session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  }
  if (!session) {
    log.warn('stale cookie', { path: event.path, length: token.length });
    appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  event.context.user = user;
  event.context.session = session;
});
