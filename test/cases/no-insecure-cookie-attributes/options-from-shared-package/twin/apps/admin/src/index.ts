import { lucia } from '@acme/auth';
import { Hono } from 'hono';

const app = new Hono();

app.get('/me', async (c) => {
  const sid = lucia.readSessionCookie(c.req.header('Cookie') ?? '');
  const { user, session } = await lucia.validateSession(sid ?? '');
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  return user ? c.json({ email: user.email }) : c.json(null, 401);
});

export default app;
