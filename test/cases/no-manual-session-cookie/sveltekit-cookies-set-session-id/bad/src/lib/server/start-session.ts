import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export async function startSession(cookies: Cookies, userId: string) {
  const created = await lucia.createSession(userId, {});
  cookies.set(lucia.sessionCookieName, created.id, { path: '/', maxAge: 60 * 60 * 24 * 30 }); // expect: no-manual-session-cookie
}
