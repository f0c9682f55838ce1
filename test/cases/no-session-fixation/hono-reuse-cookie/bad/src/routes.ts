import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';
import { checkPassword } from './login';

export const routes = new Hono();
routes.post('/login', async (c) => {
  const user = await checkPassword(await c.req.json());
  const existing = getCookie(c, lucia.sessionCookieName);
  const session = await lucia.createSession(user.id, {}, { sessionId: existing }); // expect: no-session-fixation
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.body(null, 204);
});
