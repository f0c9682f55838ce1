import { Hono } from 'hono';
import { $lucia } from '#auth';
import { checkOrigin } from '#origin';
import type { SessionEnv } from '#session';

export const logoutRoutes = new Hono<SessionEnv>();

logoutRoutes.post('/logout', checkOrigin, async (c) => {
  const session = c.get('session');
  if (session) await $lucia.invalidateSession(session.id);
  c.header('Set-Cookie', $lucia.createBlankSessionCookie().serialize(), { append: true });
  return c.redirect('/login', 303);
});
