import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';
const app = new Hono(); // expect: require-csrf-check
app.post('/logout', async (c) => {
  const id = getCookie(c, lucia.sessionCookieName);
  if (id) await lucia.invalidateSession(id);
  c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return c.body(null, 204);
});
export default app;
