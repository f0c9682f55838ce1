export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const user = await checkPassword(body);
  const session = await lucia.createSession(user.id, { ip: getRequestIP(event), ua: getHeader(event, 'user-agent') });
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
});
