import lucia from './lucia.server';

export async function readSession(request: Request) {
  const id = lucia.readSessionCookie(request.headers.get('cookie') ?? '');
  const headers = new Headers();
  if (!id) return { user: null, session: null, headers };
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  if (!result.session) headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return { ...result, headers };
}
