import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { isLeaked } from './hibp';
import { derive } from './kdf';
import { lucia } from './lucia';

export const app = new Hono();
app.use(csrf());
app.post('/signup', async (c) => {
  const { email, password } = await c.req.json<{ email: string; password: string }>();
  if (password.length < 8 || password.length > 255 || (await isLeaked(password))) return c.json({ error: 'Choose another' }, 400);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const id = generateIdFromEntropySize(10);
  const key = Buffer.from(await derive(password, salt));
  db.prepare('INSERT INTO user (id, email, salt, password_hash) VALUES (?, ?, ?, ?)').run(id, email, salt, key);
  const session = await lucia.createSession(id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.json({ ok: true });
});
