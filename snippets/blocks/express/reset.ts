import { Router, urlencoded } from 'express';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { hashPassword } from '#password';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export const resetRouter = Router();

resetRouter.post('/forgot-password', checkOrigin, urlencoded({ extended: false }), (req, res) => {
  const email = readEmail(req.body?.email);
  if (email && !isThrottled(`reset:${req.ip}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // Not awaited: the time of the answer must not tell whether the address is known.
    void sendResetMail(email);
  }
  res.status(202).send('If the address is known, a mail with a link is on its way.');
});

resetRouter.post('/reset-password', checkOrigin, urlencoded({ extended: false }), async (req, res, next) => {
  try {
    const token: unknown = req.body?.token;
    const password = readPassword(req.body?.password);
    if (!password) {
      res.status(400).send('Enter a password of at least 8 characters.');
      return;
    }
    const userId = typeof token === 'string' ? await redeemToken(token, 'reset-password') : null;
    if (!userId) {
      res.status(400).send('This link is not valid any more.');
      return;
    }

    const passwordHash = await hashPassword(password);
    await $lucia.invalidateUserSessions(userId);
    await setPasswordHash(userId, passwordHash);
    // Whoever has the link reads the mail of this address.
    await markEmailVerified(userId);
    res.redirect(303, '/login');
  } catch (error) {
    next(error);
  }
});
