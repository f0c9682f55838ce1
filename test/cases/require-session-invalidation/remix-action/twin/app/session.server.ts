import { lucia } from './lucia.server';

export async function readSession(request: Request, headers: Headers) {
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (!id) return null;
  const { session } = await lucia.validateSession(id);
  if (session?.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  if (!session) headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return session;
}
