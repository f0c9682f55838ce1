import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { newToken, openSession } from './lib/server/session';
import { userFor } from './users';
export const login = new Hono();
const flags = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;
login.post('/login', async (c) => {
  const user = await userFor(await c.req.parseBody());
  if (!user) return c.json({ error: 'Wrong address or password' }, 400);
  const token = newToken();
  const { expiresAt } = await openSession(token, user.id);
  setCookie(c, 'theme', 'dark', { path: '/' });
  setCookie(c, 'sid', token, { ...flags, expires: expiresAt });
  return c.redirect('/');
});
