import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import type { Session, User } from 'lucia';
import { initialize } from './lucia';

type Env = { Bindings: { DB: D1Database }; Variables: { user: User | null; session: Session | null } };

const app = new Hono<Env>();

app.use(csrf());
app.use('*', async (c, next) => {
  const lucia = initialize(c.env.DB);
  const id = getCookie(c, lucia.sessionCookieName) ?? null;
  if (!id) {
    c.set('user', null);
    c.set('session', null);
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  c.set('user', user);
  c.set('session', session);
  await next();
});

app.get('/orders/all', async (c) => {
  const profile = c.get('user');
  if (profile?.role !== 'staff') return c.text('Forbidden', 403);
  const { results } = await c.env.DB.prepare('select id, total, placed_at from orders').all();
  return c.json(results);
});

export default app;
