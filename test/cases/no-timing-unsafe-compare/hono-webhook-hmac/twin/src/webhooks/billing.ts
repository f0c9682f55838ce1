import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { settle } from '../billing';

const equal = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const billingWebhook = new Hono().post('/', async (c) => {
  const raw = await c.req.text();
  const sent = c.req.header('x-billing-signature') ?? '';
  const own = createHmac('sha256', process.env.BILLING_SECRET!).update(raw).digest('hex');
  if (!equal(sent, own)) return c.body(null, 401);
  await settle(JSON.parse(raw));
  return c.body(null, 204);
});
