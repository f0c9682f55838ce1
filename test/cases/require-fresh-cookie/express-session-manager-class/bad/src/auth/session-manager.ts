import type { NextFunction, Request, Response } from 'express';
import type { Lucia } from 'lucia';

export class SessionManager {
  constructor(private readonly auth: Lucia) {}

  load = async (req: Request, res: Response, next: NextFunction) => {
    const id = this.auth.readSessionCookie(req.headers.cookie ?? '');
    if (!id) {
      res.locals.user = null;
      return next();
    }
    const outcome = await this.auth.validateSession(id); // expect: require-fresh-cookie
    if (outcome.session === null) {
      res.appendHeader('Set-Cookie', this.auth.createBlankSessionCookie().serialize());
    }
    res.locals.user = outcome.user;
    res.locals.session = outcome.session;
    next();
  };
}
