import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';

export function origin(req: Request, res: Response, next: NextFunction) {
  if (req.method === 'GET') return next();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  return next();
}
export async function attachUser(req: Request, res: Response, next: NextFunction) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!id) {
    res.locals.user = null;
    res.locals.session = null;
    return next();
  }
  const { session, user } = await lucia.validateSession(id);
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  res.locals.user = user;
  res.locals.session = session;
  return next();
}
export function requireUser(req: Request, res: Response, next: NextFunction) {
  if (!res.locals.user) return res.status(401).end();
  return next();
}
