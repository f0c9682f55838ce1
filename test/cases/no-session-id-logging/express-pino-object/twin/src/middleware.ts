import type { RequestHandler } from 'express';
import { auth } from './lucia';
import { logger } from './logger';

const log = logger.child({ module: 'session' });

export const identify: RequestHandler = async (req, res, next) => {
  try {
    const id = auth.readSessionCookie(req.headers.cookie ?? '');
    const { user, session } = id ? await auth.validateSession(id) : { user: null, session: null };
    if (session?.fresh) {
      log.info({ userId: session.userId, expiresAt: session.expiresAt }, 'session renewed');
      res.appendHeader('Set-Cookie', auth.createSessionCookie(session.id).serialize());
    }
    if (id && !session) res.appendHeader('Set-Cookie', auth.createBlankSessionCookie().serialize());
    res.locals.user = user;
    res.locals.session = session;
    next();
  } catch (error) {
    log.error({ err: error }, 'session lookup failed');
    next(error);
  }
};
