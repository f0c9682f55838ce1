import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';
export async function session(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  res.locals.user = id ? (await lucia.validateSession(id)).user : null;
  next();
}
