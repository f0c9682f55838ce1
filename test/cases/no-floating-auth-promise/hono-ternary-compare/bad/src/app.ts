import { hashSync } from 'bcrypt';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { db } from './db';
import { lucia } from './lucia';
import { matches } from './passwords';

const decoy = hashSync(crypto.randomUUID(), 12);
const app = new Hono();
app.use(csrf());

app.post('/login', async (c) => {
  const { email, password } = await c.req.json<{ email: string; password: string }>();
  const row = db.prepare('SELECT id, hash FROM user WHERE email = ?').get(email) as { id: string; hash: string } | undefined;
  const id = matches(password, row?.hash || decoy) ? row?.id : undefined; // expect: no-floating-auth-promise
  if (!id) return c.json({ error: 'Wrong e-mail or password' }, 401);
  const session = await lucia.createSession(id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.json({ ok: true });
});

export default app;
