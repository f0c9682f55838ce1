import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { hashPassword } from '#password';
import type { SessionEnv } from '#session';
import { isThrottled } from '#throttle';
import { redeemToken } from '#tokens';
import { createUser, markEmailVerified } from '#users';
import { sendVerificationMail } from '#verification';

export const signupRoutes = new Hono<SessionEnv>();

signupRoutes.post('/signup', checkOrigin, async (c) => {
  const form = await c.req.parseBody();
  const email = readEmail(form.email);
  const password = readPassword(form.password);
  if (!email || !password) return c.text('Enter an e-mail address and a password of at least 8 characters.', 400);
  if (isThrottled(`signup:${getConnInfo(c).remote.address}`, 20)) {
    return c.text('Too many attempts. Try again later.', 429);
  }

  const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  const passwordHash = await hashPassword(password);
  if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
    return c.text('This e-mail address is already used.', 409);
  }
  await sendVerificationMail(userId, email);

  const session = await $lucia.createSession(userId, {});
  c.header('Set-Cookie', $lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/', 303);
});

signupRoutes.get('/verify-email', async (c) => {
  const token = c.req.query('token');
  const userId = token ? await redeemToken(token, 'verify-email') : null;
  if (!userId) return c.text('This link is not valid any more.', 400);
  await markEmailVerified(userId);
  // Whoever signed up before may not have been the owner of the address.
  await $lucia.invalidateUserSessions(userId);
  return c.redirect('/login', 303);
});
