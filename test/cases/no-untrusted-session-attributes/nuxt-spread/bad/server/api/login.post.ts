export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const user = await checkPassword(body);
  const session = await lucia.createSession(user.id, { ip: getRequestIP(event), ...body.context }); // expect: no-untrusted-session-attributes
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
});
