import type { NextFunction, Request, Response } from 'express';
import { auth } from './auth';
export async function load(req: Request, res: Response, next: NextFunction) {
  const request = auth.handleRequest(req, res); // expect: no-legacy-lucia-api
  res.locals.session = await request.validate();
  next();
}
