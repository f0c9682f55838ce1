import type { NextFunction, Request, Response } from 'express';
import { lucia } from './auth';
const SITE = 'https://bank.example';
export async function session(req: Request, res: Response, next: NextFunction) {
  if (req.method !== 'GET' && req.get('origin') !== SITE) return void res.status(403).end();
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  res.locals.user = id ? (await lucia.validateSession(id)).user : null;
  next();
}
