export default defineEventHandler(async (event) => {
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
