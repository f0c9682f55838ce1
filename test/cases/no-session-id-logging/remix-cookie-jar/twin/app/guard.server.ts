import { redirect } from '@remix-run/node';
import { lucia } from './lucia.server';

export async function requireUser(request: Request, headers: Headers) {
  const header = request.headers.get('Cookie') ?? '';
  const id = lucia.readSessionCookie(header);
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (session?.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) {
    console.warn('no session for', new URL(request.url).pathname, 'cookies:', header.split(';').length);
    headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
    throw redirect('/login', { headers });
  }
  return user;
}
