import { compare, hashSync } from 'bcryptjs';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { db } from './db';
import { sessions } from './lucia';

const DECOY = hashSync(crypto.randomUUID(), 12);
export const app = new Hono();
app.use(csrf());

app.post('/login', async (c) => {
  const { email, password } = await c.req.json<{ email: string; password: string }>();
  const row = db.prepare('SELECT id, hash FROM user WHERE email = ?').get(email) as { id: string; hash: string } | undefined;
  const same = await compare(password, row ? row.hash || DECOY : DECOY);
  if (row) {
    if (row.hash && same) {
      const session = await sessions.createSession(row.id, {});
      c.header('Set-Cookie', sessions.createSessionCookie(session.id).serialize(), { append: true });
      return c.json({ ok: true });
    }
  }
  return c.json({ error: 'Wrong e-mail or password' }, 401);
});
