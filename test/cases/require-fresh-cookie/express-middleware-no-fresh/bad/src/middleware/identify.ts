import type { RequestHandler } from 'express';
import { sessions } from '../lib/sessions';

export const identify: RequestHandler = async (req, res, next) => {
  const id = sessions.readSessionCookie(req.headers.cookie ?? '');
  if (!id) {
    res.locals.user = null;
    return next();
  }
  try {
    const { user, session } = await sessions.validateSession(id); // expect: require-fresh-cookie
    if (!session) {
      res.appendHeader('Set-Cookie', sessions.createBlankSessionCookie().serialize());
    }
    res.locals.user = user;
    res.locals.session = session;
    next();
  } catch (error) {
    next(error);
  }
};
