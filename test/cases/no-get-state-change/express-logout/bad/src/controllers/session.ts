import type { Request, Response } from 'express';
import { lucia } from '../auth';
export async function end(req: Request, res: Response) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  if (id) await lucia.invalidateSession(id); // expect: no-get-state-change
  res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/login');
}
