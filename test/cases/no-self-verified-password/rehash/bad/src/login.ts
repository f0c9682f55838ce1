import { Hono } from 'hono';
import { encode, same } from './passwords';
import { findUser } from './users';
export const login = new Hono();
login.post('/login', async (c) => {
  const { name, password } = await c.req.json();
  const user = await findUser(name);
  const stored = await encode(password);
  if (!user || !(await same(password, stored))) return c.json({ error: 'wrong' }, 400); // expect: no-self-verified-password
  return c.json({ ok: true });
});
