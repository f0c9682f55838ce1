import type { APIContext } from 'astro';
import { lucia } from './auth';

export async function signInAs(context: APIContext, userId: string) {
  const opened = await lucia.createSession(userId, {});
  context.cookies.set('sid', opened.id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }); // expect: no-manual-session-cookie
  context.cookies.set('locale', 'en', { path: '/' });
}
