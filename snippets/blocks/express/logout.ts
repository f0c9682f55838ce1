import { Router } from 'express';
import { $lucia } from '#auth';
import { checkOrigin } from '#origin';

export const logoutRouter = Router();

logoutRouter.post('/logout', checkOrigin, async (_req, res, next) => {
  try {
    if (res.locals.session) await $lucia.invalidateSession(res.locals.session.id);
    res.appendHeader('Set-Cookie', $lucia.createBlankSessionCookie().serialize());
    res.redirect(303, '/login');
  } catch (error) {
    next(error);
  }
});
