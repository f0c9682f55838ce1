import type { Response } from 'express';
import { lucia } from './lucia';
export class SessionService {
  async begin(res: Response, userId: string) {
    const session = await lucia.createSession(userId, {});
    const cookie = lucia.createSessionCookie(session.id);
    const { maxAge, ...options } = cookie.attributes;
    res.cookie(cookie.name, cookie.value, { ...options, maxAge: maxAge && maxAge * 1000 });
  }
}
