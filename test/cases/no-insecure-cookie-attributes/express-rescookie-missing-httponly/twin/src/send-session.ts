import type { Response } from 'express';
import { lucia } from './lucia';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

export function sendSession(res: Response, id: string) {
  const cookie = lucia.createSessionCookie(id);
  res.cookie(cookie.name, cookie.value, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: THIRTY_DAYS });
  // read by the theme script, so scripts must be able to see it
  res.cookie('theme', 'dark', { path: '/', maxAge: THIRTY_DAYS });
}
