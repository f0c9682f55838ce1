import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { lucia } from './auth';
export const logout = new Hono();
logout.post('/logout', async (c) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  deleteCookie(c, lucia.sessionCookieName); // expect: no-cookie-delete-on-logout
  return c.redirect('/');
});
