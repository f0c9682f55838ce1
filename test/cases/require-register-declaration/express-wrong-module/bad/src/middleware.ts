import type { NextFunction, Request, Response } from 'express';
import { sessions } from './sessions';

export async function sessionMiddleware(req: Request, res: Response, next: NextFunction) {
  try {
    const id = sessions.readSessionCookie(req.headers.cookie ?? '');
    if (!id) {
      res.locals.user = null;
      res.locals.session = null;
      return next();
    }
    const { session, user } = await sessions.validateSession(id);
    if (session?.fresh) {
      res.appendHeader('Set-Cookie', sessions.createSessionCookie(session.id).serialize());
    }
    if (!session) {
      res.appendHeader('Set-Cookie', sessions.createBlankSessionCookie().serialize());
    }
    res.locals.user = user;
    res.locals.session = session;
    return next();
  } catch (error) {
    return next(error);
  }
}
