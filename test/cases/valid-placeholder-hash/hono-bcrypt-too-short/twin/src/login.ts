import bcrypt from 'bcryptjs';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { auth } from './lucia';
import { db } from './db';
import { dummyHash } from './passwords';

export const app = new Hono();
app.use(csrf());

app.post('/login', async (c) => {
  const { email, password } = await c.req.json<{ email: string; password: string }>();
  const user = db.prepare('SELECT id, hash FROM user WHERE email = ?').get(email) as { id: string; hash: string } | undefined;
  const ok = await bcrypt.compare(password, user?.hash || dummyHash);
  if (!user || !user.hash || !ok) return c.json({ error: 'Wrong e-mail or password' }, 401);
  const session = await auth.createSession(user.id, {});
  c.header('Set-Cookie', auth.createSessionCookie(session.id).serialize(), { append: true });
  return c.json({ ok: true });
});
