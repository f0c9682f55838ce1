import { lucia } from './auth';

export class SessionManager {
  async check(id: string) {
    const { session, user } = await lucia.validateSession(id); // expect: require-fresh-cookie
    const cookie = session ? null : lucia.createBlankSessionCookie();
    return { session, user, cookie };
  }
}
