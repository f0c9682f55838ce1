import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { lucia } from '../lucia';
import { withSession, type Env } from '../middleware';

export const session = new Hono<Env>();
session.use(csrf());
session.use(withSession);

session.delete('/', async (c) => {
  const current = c.get('session');
  if (!current) return c.json({ error: 'unauthorized' }, 401);
  deleteCookie(c, lucia.sessionCookieName); // expect: require-session-invalidation
  deleteCookie(c, 'preview_mode');
  return c.body(null, 204);
});
