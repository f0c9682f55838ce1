import { Injectable, NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { LuciaService } from './lucia.service';

@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(private readonly luciaService: LuciaService) {}

  async use(req: Request, res: Response, next: NextFunction) {
    const id = this.luciaService.readSessionCookie(req.headers.cookie ?? '');
    if (!id) {
      res.locals.user = null;
      return next();
    }
    const { session, user } = await this.luciaService.validateSession(id); // expect: require-fresh-cookie
    if (!session) {
      res.appendHeader('Set-Cookie', this.luciaService.createBlankSessionCookie().serialize());
    }
    res.locals.session = session;
    res.locals.user = user;
    next();
  }
}
