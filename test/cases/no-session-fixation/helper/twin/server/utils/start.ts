export async function start(event, userId) {
  const session = await lucia.createSession(userId, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
}
