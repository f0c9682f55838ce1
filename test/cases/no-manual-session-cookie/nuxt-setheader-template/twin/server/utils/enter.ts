import type { H3Event } from 'h3';

export async function enter(event: H3Event, userId: string) {
  const session = await lucia.createSession(userId, {});
  appendResponseHeader(event, 'set-cookie', lucia.createSessionCookie(session.id).serialize());
}
