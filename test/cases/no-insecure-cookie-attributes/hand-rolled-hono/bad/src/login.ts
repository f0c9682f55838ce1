import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { newToken, openSession } from './lib/server/session';
import { userFor } from './users';
export const login = new Hono();
login.post('/login', async (c) => {
  const user = await userFor(await c.req.parseBody());
  if (!user) return c.json({ error: 'Wrong address or password' }, 400);
  const token = newToken();
  const { expiresAt } = await openSession(token, user.id);
  setCookie(c, 'sid', token, { path: '/', expires: expiresAt, sameSite: 'Lax' }); // expect: no-insecure-cookie-attributes
  return c.redirect('/');
});
