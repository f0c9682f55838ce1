export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
});
