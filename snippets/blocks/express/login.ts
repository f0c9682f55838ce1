import { Router, urlencoded } from 'express';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { checkOrigin } from '#origin';
import { dummyHash, verifyPassword } from '#password';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

const refusal = 'Wrong e-mail address or password.';

export const loginRouter = Router();

loginRouter.post('/login', checkOrigin, urlencoded({ extended: false }), async (req, res, next) => {
  try {
    const email = readEmail(req.body?.email);
    const password = readPassword(req.body?.password);
    if (!email || !password) {
      res.status(401).send(refusal);
      return;
    }
    if (isThrottled(`login:${req.ip}`, 50) || isThrottled(`login:${email}`, 10)) {
      res.status(429).send('Too many attempts. Try again later.');
      return;
    }

    // One verify for every request: an unknown address costs as much time as a wrong password.
    const user = await findUserByEmail(email);
    const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
    if (!user || !user.passwordHash || !valid) {
      res.status(401).send(refusal);
      return;
    }

    if (res.locals.session) await $lucia.invalidateSession(res.locals.session.id);
    const session = await $lucia.createSession(user.id, {});
    res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
    res.redirect(303, '/');
  } catch (error) {
    next(error);
  }
});
