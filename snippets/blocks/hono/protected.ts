import { Hono } from 'hono';
import type { SessionEnv } from '#session';

export const accountRoutes = new Hono<SessionEnv>();

accountRoutes.get('/account', (c) => {
  const user = c.get('user');
  if (!user) return c.redirect('/login', 303);
  c.header('Cache-Control', 'private, no-store');
  return c.json({ id: user.id/*#emailField*/, email: user.email/*#*/ });
});
