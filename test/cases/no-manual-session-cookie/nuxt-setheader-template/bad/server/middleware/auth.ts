import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  if (event.method !== 'GET') {
    const origin = getHeader(event, 'Origin') ?? null;
    const host = getHeader(event, 'Host') ?? null;
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
      throw createError({ statusCode: 403 });
    }
  }
  const id = getCookie(event, lucia.sessionCookieName) ?? null;
  if (!id) {
    event.context.session = null;
    event.context.user = null;
    return;
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  }
  if (!session) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  event.context.session = session;
  event.context.user = user;
});
