import { Hono } from 'hono';
import { wipe } from './wipe';

export const routes = new Hono();
routes.delete('/all', async (c) => {
  const user = c.get('user');
  if (!user) c.json({ error: 'Unauthorized' }, 401); // expect: no-unreturned-rejection
  await wipe();
  return c.json({ ok: true });
});
