import type { APIContext } from 'astro';
import { lucia } from './auth';

export async function signInAs(context: APIContext, userId: string) {
  const opened = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(opened.id);
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  context.cookies.set('locale', 'en', { path: '/' });
}
