import { Injectable, NestMiddleware } from '@nestjs/common';
import { lucia } from './lucia';
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  async use(req, res, next) {
    const id = lucia.readSessionCookie(req.headers.cookie ?? '');
    const { session, user } = id ? await lucia.validateSession(id) : { session: null, user: null };
    if (session?.fresh) res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    if (id && !session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
    res.locals.user = user;
    res.locals.session = session;
    next();
  }
}
