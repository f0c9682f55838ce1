import { Hono } from 'hono';
import { generateIdFromEntropySize } from 'lucia';
import { lucia } from './lucia';
import { checkPassword } from './login';

export const routes = new Hono();
routes.post('/login', async (c) => {
  const user = await checkPassword(await c.req.json());
  const session = await lucia.createSession(user.id, {}, { sessionId: generateIdFromEntropySize(25) });
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.body(null, 204);
});
