import type { RequestHandler } from 'express';
import { luciaAuth } from '@shop/auth';

export const session: RequestHandler = async (req, res, next) => {
  try {
    const id = luciaAuth.readSessionCookie(req.headers.cookie ?? '');
    const { user, session } = id ? await luciaAuth.validateSession(id) : { user: null, session: null };
    if (session?.fresh) res.appendHeader('Set-Cookie', luciaAuth.createSessionCookie(session.id).serialize());
    if (id && !session) res.appendHeader('Set-Cookie', luciaAuth.createBlankSessionCookie().serialize());
    res.locals.user = user;
    next();
  } catch (error) {
    next(error);
  }
};
