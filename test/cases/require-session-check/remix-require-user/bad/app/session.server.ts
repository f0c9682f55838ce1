import { redirect } from '@remix-run/node';
import { lucia } from './lucia.server';
export async function requireUser(request: Request) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) throw redirect('/login');
  return user;
}
