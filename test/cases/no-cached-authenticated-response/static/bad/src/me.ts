import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
export const me = new Hono();
me.get('/me', async (c) => {
  const { user, session } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.json({ error: 'unauthorized' }, 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.header('Cache-Control', 'public, max-age=300'); // expect: no-cached-authenticated-response
  return c.json({ name: user.name });
});
