import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { removeUser } from './users';
export const hook = new Hono();
const sign = (text: string) => createHmac('sha256', process.env.HOOK_SECRET!).update(text).digest('hex');
hook.post('/hooks/user-deleted', async (c) => {
  const body = await c.req.text();
  if (c.req.header('x-signature') !== sign(body)) return c.body(null, 401); // expect: no-timing-unsafe-compare
  await removeUser(JSON.parse(body).id);
  return c.body(null, 204);
});
