import { verifyRequestOrigin } from 'lucia';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function trusted(origin: string | undefined, host: string | undefined): boolean {
  return Boolean(origin && host && verifyRequestOrigin(origin, [host]));
}

export default defineEventHandler(async (event) => {
  if (!SAFE.has(event.method) && !trusted(getHeader(event, 'Origin'), getHeader(event, 'Host'))) {
    throw createError({ statusCode: 403, statusMessage: 'Cross-origin request' });
  }
  const id = getCookie(event, lucia.sessionCookieName);
  event.context.user = null;
  if (!id) return;
  const { session, user } = await lucia.validateSession(id);
  if (!session) appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  else if (session.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  }
  event.context.user = user;
});
