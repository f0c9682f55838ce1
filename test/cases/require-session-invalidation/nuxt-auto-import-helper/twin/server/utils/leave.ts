import type { H3Event } from 'h3';

export async function leave(event: H3Event) {
  if (event.context.session) await lucia.invalidateSession(event.context.session.id);
  const cookie = lucia.createBlankSessionCookie();
  setCookie(event, cookie.name, cookie.value, cookie.attributes);
}
