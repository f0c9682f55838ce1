import type { H3Event } from 'h3';

export async function leave(event: H3Event) {
  const cookie = lucia.createBlankSessionCookie();
  setCookie(event, cookie.name, cookie.value, cookie.attributes); // expect: require-session-invalidation
}
