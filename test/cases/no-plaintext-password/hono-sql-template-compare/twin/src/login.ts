import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { hash, verify } from '@node-rs/argon2';
import { lucia, sql } from './auth';

const dummy = await hash(crypto.randomUUID());

export const login = new Hono();
login.use(csrf());

login.post('/login', async (c) => {
  const body = await c.req.parseBody();
  const email = body['email'];
  const password = body['password'];
  if (typeof email !== 'string' || typeof password !== 'string') return c.json({ error: 'Invalid input' }, 400);
  const [row] = await sql<{ id: string; password: string }[]>`SELECT id, password FROM users WHERE email = ${email}`;
  const matches = await verify(row?.password || dummy, password);
  if (!row || !row.password || !matches) return c.json({ error: 'Wrong e-mail or password' }, 401);
  const session = await lucia.createSession(row.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.json({ ok: true });
});
