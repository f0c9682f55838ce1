import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';

/**
 * Refuses requests that change something and were sent by another site. It compares with the Host header: behind a proxy
 * that rewrites it, compare with the host of your site from a setting instead.
 */
export function checkOrigin(req: Request, res: Response, next: NextFunction): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') {
    next();
    return;
  }
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (req.path === '/login/apple/callback') {
  //:   next();
  //:   return;
  //: }
  //#endif
  const { origin, host } = req.headers;
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
    res.status(403).send('Forbidden');
    return;
  }
  next();
}
