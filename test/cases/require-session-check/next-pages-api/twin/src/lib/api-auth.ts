import type { NextApiRequest, NextApiResponse } from 'next';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './auth';
export async function userOf(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET' && !verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return null;
  const { session, user } = await lucia.validateSession(req.cookies[lucia.sessionCookieName] ?? '');
  if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return user;
}
