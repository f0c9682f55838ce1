import { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { lucia } from './lucia';
import { loadBilling } from './billing';

function gate(req: Request, res: Response, next: NextFunction) {
  const sid = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (!sid) return res.status(401).end(); // expect: no-cookie-trust
  return next();
}
export const router = Router();
router.get('/billing', gate, async (req, res) => {
  res.json(await loadBilling());
});
