import { Router, urlencoded } from 'express';
import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { redeemToken } from '#tokens';
import { createUser, markEmailVerified } from '#users';
import { sendVerificationMail } from '#verification';

export const signupRouter = Router();

signupRouter.post('/signup', checkOrigin, urlencoded({ extended: false }), async (req, res, next) => {
  try {
    const email = readEmail(req.body?.email);
    const password = readPassword(req.body?.password);
    if (!email || !password) {
      res.status(400).send('Enter an e-mail address and a password of at least 8 characters.');
      return;
    }
    if (isThrottled(`signup:${req.ip}`, 20)) {
      res.status(429).send('Too many attempts. Try again later.');
      return;
    }

    const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
    const passwordHash = await hashPassword(password);
    if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
      res.status(409).send('This e-mail address is already used.');
      return;
    }
    await sendVerificationMail(userId, email);

    const session = await $lucia.createSession(userId, {});
    res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
    res.redirect(303, '/');
  } catch (error) {
    next(error);
  }
});

signupRouter.get('/verify-email', async (req, res, next) => {
  try {
    const { token } = req.query;
    const userId = typeof token === 'string' ? await redeemToken(token, 'verify-email') : null;
    if (!userId) {
      res.status(400).send('This link is not valid any more.');
      return;
    }
    await markEmailVerified(userId);
    // Whoever signed up before may not have been the owner of the address.
    await $lucia.invalidateUserSessions(userId);
    res.redirect(303, '/login');
  } catch (error) {
    next(error);
  }
});
