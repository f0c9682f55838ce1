export async function start(event, userId, id) {
  const session = await lucia.createSession(userId, {}, { sessionId: id });
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
}
