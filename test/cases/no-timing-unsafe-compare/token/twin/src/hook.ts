import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { removeUser } from './users';
export const hook = new Hono();
const sign = (text: string) => createHmac('sha256', process.env.HOOK_SECRET!).update(text).digest();
hook.post('/hooks/user-deleted', async (c) => {
  const body = await c.req.text();
  const given = Buffer.from(c.req.header('x-signature') ?? '', 'hex');
  const wanted = sign(body);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return c.body(null, 401);
  await removeUser(JSON.parse(body).id);
  return c.body(null, 204);
});
