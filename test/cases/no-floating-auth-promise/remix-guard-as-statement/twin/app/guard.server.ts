import { redirect } from '@remix-run/node';
import { lucia } from './lucia.server';

export default async function requireMember(request: Request, headers = new Headers()) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (session?.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) {
    headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
    throw redirect('/login', { headers });
  }
  return user;
}
