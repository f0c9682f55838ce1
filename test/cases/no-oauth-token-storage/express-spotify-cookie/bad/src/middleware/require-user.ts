import type { RequestHandler } from 'express';
import { lucia } from '../lucia.js';

export const requireUser: RequestHandler = async (req, res, next) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!user) {
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
    res.sendStatus(401);
    return;
  }
  res.locals.user = user;
  next();
};
