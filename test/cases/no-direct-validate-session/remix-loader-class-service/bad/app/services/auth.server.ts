import { redirect } from '@remix-run/node';
import { lucia } from './lucia.server';

export class AuthService {
  private readonly lucia = lucia;

  async requireUser(request: Request) {
    const id = this.lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
    const headers = new Headers();
    if (!id) throw redirect('/login');
    const { user, session } = await this.lucia.validateSession(id);
    if (session?.fresh) headers.append('Set-Cookie', this.lucia.createSessionCookie(session.id).serialize());
    if (!session) {
      headers.append('Set-Cookie', this.lucia.createBlankSessionCookie().serialize());
      throw redirect('/login', { headers });
    }
    return { user, session, headers };
  }
}

export default new AuthService();
