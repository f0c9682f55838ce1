import { Hono } from 'hono';
import { signedIn, type Vars } from './signed-in';
import { ordersOf } from './orders';

export const me = new Hono<{ Variables: Vars }>().get('/me/orders', signedIn, async (c) => {
  const user = c.get('user');
  const orders = await ordersOf(user.id);
  c.header('Cache-Control', 'private, max-age=120');
  return c.json({ orders });
});
