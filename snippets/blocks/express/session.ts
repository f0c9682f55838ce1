import type { NextFunction, Request, Response } from 'express';
import type { Session, User } from 'lucia';
import { $lucia } from '#auth';

declare global {
  namespace Express {
    interface Locals {
      user: User | null;
      session: Session | null;
    }
  }
}

/** Finds out who sends a request, for every handler after it: `res.locals.user`. */
export async function $validateRequest(req: Request, res: Response, next: NextFunction): Promise<void> {
  res.locals.user = null;
  res.locals.session = null;
  try {
    const sessionId = readSessionId(req.headers.cookie);
    if (sessionId) {
      const { user, session } = await $lucia.validateSession(sessionId);
      if (session?.fresh) {
        res.appendHeader('Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
      }
      if (!session) {
        res.appendHeader('Set-Cookie', $lucia.createBlankSessionCookie().serialize());
      }
      res.locals.user = user;
      res.locals.session = session;
    }
  } catch (error) {
    next(error);
    return;
  }
  next();
}

function readSessionId(header: string | undefined): string | null {
  try {
    return $lucia.readSessionCookie(header ?? '');
  } catch (error) {
    // Any cookie with a broken percent sign, of whatever origin, ends up here.
    if (error instanceof URIError) return null;
    throw error;
  }
}
