import type { RequestHandler } from 'express';
import { lucia } from './lucia';

export const signedIn: RequestHandler = async (req, res, next) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const found = id ? await lucia.validateSession(id) : null;
  if (!found?.session) {
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).sendStatus(401);
    return;
  }
  if (found.session.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(found.session.id).serialize());
  res.locals.user = found.user;
  next();
};
