import type { Context } from 'hono';
import { lucia } from './lucia';
import { userIdFor } from './users';

export async function signIn(c: Context, provider: string, subject: string) {
  const session = await lucia.createSession(await userIdFor(provider, subject), {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/');
}
