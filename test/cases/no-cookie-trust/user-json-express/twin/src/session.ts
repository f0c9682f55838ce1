import type { Request } from 'express';
import { lucia } from './auth';
export async function currentSession(req: Request) {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
