import { Hono } from 'hono';
import { encode, same } from './passwords';
import { findUser, saveHash } from './users';
const nobody = encode(crypto.randomUUID());
export const login = new Hono();
login.post('/login', async (c) => {
  const { name, password } = await c.req.json();
  const user = await findUser(name);
  const stored = user?.hash ?? (await nobody);
  const matches = await same(password, stored);
  if (!user || !matches) return c.json({ error: 'wrong' }, 400);
  await saveHash(user.id, await encode(password));
  return c.json({ ok: true });
});
