import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export async function startSession(cookies: Cookies, userId: string) {
  const created = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(created.id);
  cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
}
