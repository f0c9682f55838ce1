import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { hashPassword } from '#password';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export const resetRoutes = new Hono();

resetRoutes.post('/forgot-password', checkOrigin, async (c) => {
  const form = await c.req.parseBody();
  const email = readEmail(form.email);
  if (email && !isThrottled(`reset:${getConnInfo(c).remote.address}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // Not awaited: the time of the answer must not tell whether the address is known.
    void sendResetMail(email);
  }
  return c.text('If the address is known, a mail with a link is on its way.', 202);
});

resetRoutes.post('/reset-password', checkOrigin, async (c) => {
  const { token, password: typed } = await c.req.parseBody();
  const password = readPassword(typed);
  if (!password) return c.text('Enter a password of at least 8 characters.', 400);
  const userId = typeof token === 'string' ? await redeemToken(token, 'reset-password') : null;
  if (!userId) return c.text('This link is not valid any more.', 400);

  const passwordHash = await hashPassword(password);
  await $lucia.invalidateUserSessions(userId);
  await setPasswordHash(userId, passwordHash);
  // Whoever has the link reads the mail of this address.
  await markEmailVerified(userId);
  return c.redirect('/login', 303);
});
