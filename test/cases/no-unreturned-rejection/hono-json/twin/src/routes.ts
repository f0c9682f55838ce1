import { Hono } from 'hono';
import { wipe } from './wipe';

export const routes = new Hono();
routes.delete('/all', async (c) => {
  const user = c.get('user');
  if (!user) return c.json({ error: 'Unauthorized' }, 401);
  await wipe();
  return c.json({ ok: true });
});
