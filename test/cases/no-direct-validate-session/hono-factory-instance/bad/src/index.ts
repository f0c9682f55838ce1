import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { getCookie } from 'hono/cookie';
import { getAuth } from './auth';
import { session } from './middleware';
import type { User } from 'lucia';

type Env = { Bindings: { DB: D1Database }; Variables: { user: User | null } };
const app = new Hono<Env>();

app.use(csrf());
app.use('*', session);

app.get('/me', async (c) => {
  const auth = getAuth(c.env);
  const { user } = await auth.validateSession(getCookie(c, auth.sessionCookieName) ?? ''); // expect: no-direct-validate-session
  if (!user) return c.json({ error: 'unauthorized' }, 401);
  const row = await c.env.DB.prepare('SELECT plan FROM users WHERE id = ?').bind(user.id).first();
  return c.json({ email: user.email, plan: row?.plan });
});

export default app;
