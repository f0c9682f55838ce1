import type { NextApiRequest, NextApiResponse } from 'next';
import { verifyRequestOrigin, type Session } from 'lucia';
import { auth } from './auth';

type Handler = (req: NextApiRequest, res: NextApiResponse, session: Session) => unknown;

export function withSession(handler: Handler) {
  return async (req: NextApiRequest, res: NextApiResponse) => {
    if (req.method !== 'GET' && !verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) {
      return res.status(403).end();
    }
    const { session } = await auth.validateSession(req.cookies[auth.sessionCookieName] ?? '');
    if (!session) {
      res.appendHeader('Set-Cookie', auth.createBlankSessionCookie().serialize());
      return res.status(401).end();
    }
    if (session.fresh) res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
    return handler(req, res, session);
  };
}
