import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { dummyHash, verifyPassword } from '#password';
import type { SessionEnv } from '#session';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

const refusal = 'Wrong e-mail address or password.';

export const loginRoutes = new Hono<SessionEnv>();

loginRoutes.post('/login', checkOrigin, async (c) => {
  const form = await c.req.parseBody();
  const email = readEmail(form.email);
  const password = readPassword(form.password);
  if (!email || !password) return c.text(refusal, 401);
  const address = getConnInfo(c).remote.address;
  if (isThrottled(`login:${address}`, 50) || isThrottled(`login:${email}`, 10)) {
    return c.text('Too many attempts. Try again later.', 429);
  }

  // One verify for every request: an unknown address costs as much time as a wrong password.
  const user = await findUserByEmail(email);
  const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
  if (!user || !user.passwordHash || !valid) return c.text(refusal, 401);

  const previous = c.get('session');
  if (previous) await $lucia.invalidateSession(previous.id);
  const session = await $lucia.createSession(user.id, {});
  c.header('Set-Cookie', $lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/', 303);
});
