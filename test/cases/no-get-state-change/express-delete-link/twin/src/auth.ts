import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import type { NextFunction, Request, Response } from 'express';
import { Lucia, verifyRequestOrigin } from 'lucia';
import { createPool } from 'mysql2/promise';

export const pool = createPool(process.env.MYSQL_URL!);
export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'seller', session: 'seller_session' }), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export async function sellerOnly(req: Request, res: Response, next: NextFunction) {
  try {
    if (req.method !== 'GET' && !verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) {
      return res.status(403).end();
    }
    const { user, session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
    if (!session) {
      res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
      return res.redirect('/login');
    }
    if (session.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    res.locals.seller = user;
    return next();
  } catch (error) {
    return next(error);
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
