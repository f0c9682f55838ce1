import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';
export async function signedIn(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return void res.status(401).end();
  next();
}
