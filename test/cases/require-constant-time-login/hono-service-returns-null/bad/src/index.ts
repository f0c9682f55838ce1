import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from './auth/lucia';
import { userFor } from './auth/credentials';

const app = new Hono();
app.use(csrf());
app.post('/login', async (c) => {
  const { email, password } = await c.req.json<{ email: string; password: string }>();
  const user = await userFor(email, password);
  if (!user) return c.json({ error: 'Wrong e-mail or password' }, 401);
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.json({ ok: true });
});
export default app;
