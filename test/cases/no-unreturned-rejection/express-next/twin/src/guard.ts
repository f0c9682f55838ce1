import type { NextFunction, Request, Response } from 'express';
export function signedIn(req: Request, res: Response, next: NextFunction) {
  if (!res.locals.session) {
    res.status(401);
    return next(new Error('Sign in first'));
  }
  next();
}
