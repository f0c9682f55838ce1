import { Hono } from 'hono';
import { luciaFor, type Env } from './auth';

const app = new Hono<Env>();

app.get('/whoami', async (c) => {
  const lucia = luciaFor(c);
  const id = lucia.readSessionCookie(c.req.header('cookie') ?? '') ?? '';
  const { user, session } = await lucia.validateSession(id);
  if (session?.fresh) c.header('set-cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  if (!session) c.header('set-cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  return c.json({ id: user?.id ?? null });
});

export default app;
