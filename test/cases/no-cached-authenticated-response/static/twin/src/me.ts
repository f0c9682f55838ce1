import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';
export const me = new Hono();
me.get('/me', async (c) => {
  const { user, session } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.json({ error: 'unauthorized' }, 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.header('Cache-Control', 'private, max-age=300');
  return c.json({ name: user.name });
});
me.get('/terms', (c) => {
  c.header('Cache-Control', 'public, max-age=86400');
  return c.text('terms');
});
