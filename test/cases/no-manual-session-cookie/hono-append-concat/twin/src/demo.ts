import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { getCookie } from 'hono/cookie';
import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { lucia } from './lucia';
import { withSession, type Env } from './middleware';

const DEVICE = 'device_id';
const app = new Hono<Env>();
app.use(csrf());
app.use(withSession);

app.post('/guest', async (c) => {
  const id = generateIdFromEntropySize(10);
  db.prepare('INSERT INTO user (id, kind) VALUES (?, ?)').run(id, 'guest');
  const session = await lucia.createSession(id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  const device = getCookie(c, DEVICE) ?? crypto.randomUUID();
  c.header('Set-Cookie', `${DEVICE}=${device}; Path=/; HttpOnly; Secure; SameSite=Lax`, { append: true });
  return c.json({ ok: true });
});

export default app;
