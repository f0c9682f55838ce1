import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { settle } from '../billing';

export const billingWebhook = new Hono().post('/', async (c) => {
  const raw = await c.req.text();
  const sent = c.req.header('x-billing-signature') ?? '';
  const own = createHmac('sha256', process.env.BILLING_SECRET!).update(raw).digest('hex');
  if (sent !== own) return c.body(null, 401); // expect: no-timing-unsafe-compare
  await settle(JSON.parse(raw));
  return c.body(null, 204);
});
