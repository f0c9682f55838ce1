import type { NextFunction, Request, Response } from 'express';
import { auth } from './auth';
export async function load(req: Request, res: Response, next: NextFunction) {
  const request = auth.handleRequest(req, res);
  res.locals.session = await request.validate();
  next();
}
