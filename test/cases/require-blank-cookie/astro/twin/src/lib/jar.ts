import type { AstroCookies } from 'astro';
import { lucia } from './auth';
export function sync(cookies: AstroCookies, session: { id: string; fresh: boolean } | null) {
  if (session && !session.fresh) return;
  const cookie = session ? lucia.createSessionCookie(session.id) : lucia.createBlankSessionCookie();
  cookies.set(cookie.name, cookie.value, cookie.attributes);
}
