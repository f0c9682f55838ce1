import type { NextFunction, Request, Response } from 'express';
import { auth } from './lucia';

export async function attach(req: Request, res: Response, next: NextFunction) {
  try {
    const id = auth.readSessionCookie(req.headers.cookie ?? '');
    if (!id) {
      res.locals.user = null;
      res.locals.session = null;
      return next();
    }
    const { session, user } = await auth.validateSession(id);
    if (session?.fresh) {
      res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
    }
    if (!session) {
      res.appendHeader('Set-Cookie', auth.createBlankSessionCookie().serialize());
    }
    res.locals.user = user;
    res.locals.session = session;
    return next();
  } catch (error) {
    return next(error);
  }
}
