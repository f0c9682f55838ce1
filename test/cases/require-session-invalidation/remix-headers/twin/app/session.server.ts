import { redirect } from '@remix-run/node';
import { lucia } from './lucia.server';

export async function getAuth(request: Request) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  const headers = new Headers();
  if (!id) return { user: null, session: null, headers };
  const { user, session } = await lucia.validateSession(id);
  if (session?.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return { user, session, headers };
}
export async function requireUser(request: Request) {
  const { user } = await getAuth(request);
  if (!user) throw redirect('/login');
  return user;
}
