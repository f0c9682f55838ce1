import type { Request, Response } from 'express';
import { lucia } from '../lucia.js';

const DESTINATIONS = ['/inbox', '/calendar', '/settings'];

export async function finish(req: Request, res: Response, userId: string): Promise<void> {
  const session = await lucia.createSession(userId, {});
  const target = req.cookies.return_to;
  res.clearCookie('return_to');
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (DESTINATIONS.length && target) {
    res.redirect(target); // expect: no-open-redirect
    return;
  }
  res.redirect('/inbox');
}
