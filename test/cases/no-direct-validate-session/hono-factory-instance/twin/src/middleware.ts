import type { Context, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { getAuth } from './auth';

export async function session(c: Context, next: Next) {
  const auth = getAuth(c.env);
  const id = getCookie(c, auth.sessionCookieName);
  const result = id ? await auth.validateSession(id) : { user: null, session: null };
  if (result.session?.fresh) {
    c.header('Set-Cookie', auth.createSessionCookie(result.session.id).serialize(), { append: true });
  }
  if (id && !result.session) {
    c.header('Set-Cookie', auth.createBlankSessionCookie().serialize(), { append: true });
  }
  c.set('user', result.user);
  c.set('session', result.session);
  await next();
}
