import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { db } from '../db';
import { lucia } from '../lucia';
import { riders } from '../tables';

const FALLBACK = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const login = new Hono().use(csrf()).post('/login', async (c) => {
  const body = await c.req.json();
  const [rider] = await db
    .select()
    .from(riders)
    .where(eq(riders.phone, String(body.phone)))
    .limit(1);
  const valid = await verify(rider?.passwordHash || FALLBACK, String(body.password));
  if (!rider || !valid) return c.json({ error: 'Wrong phone number or password' }, 401);

  const ip = c.req.header('cf-connecting-ip') ?? null;
  const device = typeof body.device?.name === 'string' ? body.device.name.slice(0, 80) : null;
  const session = await lucia.createSession(rider.id, { ip, device });
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.body(null, 204);
});
