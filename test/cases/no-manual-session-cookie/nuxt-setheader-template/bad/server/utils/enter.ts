import type { H3Event } from 'h3';

export async function enter(event: H3Event, userId: string) {
  const session = await lucia.createSession(userId, {});
  const flags = 'HttpOnly; Secure; SameSite=Lax; Path=/';
  appendResponseHeader(event, 'set-cookie', `auth_session=${session.id}; ${flags}`); // expect: no-manual-session-cookie
}
