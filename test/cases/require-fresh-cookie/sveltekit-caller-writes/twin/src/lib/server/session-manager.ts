import { lucia } from './auth';

export class SessionManager {
  async check(id: string) {
    const { session, user } = await lucia.validateSession(id);
    const cookie = session?.fresh ? lucia.createSessionCookie(session.id) : session ? null : lucia.createBlankSessionCookie();
    return { session, user, cookie };
  }
}
