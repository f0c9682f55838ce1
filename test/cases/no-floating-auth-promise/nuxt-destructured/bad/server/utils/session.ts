import type { H3Event } from 'h3';

export async function sessionOf(event: H3Event) {
  const id = getCookie(event, lucia.sessionCookieName);
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  }
  if (!result.session) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  return result;
}
