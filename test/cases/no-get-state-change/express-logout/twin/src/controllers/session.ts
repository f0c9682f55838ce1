import type { Request, Response } from 'express';
import { lucia } from '../auth';
export async function end(req: Request, res: Response) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id);
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/login');
}
export const confirmPage = (_: Request, res: Response) => void res.render('confirm-logout');
