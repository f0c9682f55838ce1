import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia, verifyRequestOrigin } from 'lucia';
import { redirect } from 'react-router';
import { sqlite } from './db';

export const lucia = new Lucia(new BetterSqlite3Adapter(sqlite, { user: 'editor', session: 'editor_session' }), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export async function mustEdit(request: Request) {
  if (request.method !== 'GET') {
    const allowed = verifyRequestOrigin(request.headers.get('Origin') ?? '', [request.headers.get('Host') ?? '']);
    if (!allowed) throw new Response('Bad origin', { status: 403 });
  }
  const id = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  const { user, session } = await lucia.validateSession(id ?? '');
  if (!session) {
    throw redirect('/login', { headers: { 'Set-Cookie': lucia.createBlankSessionCookie().serialize() } });
  }
  const headers = new Headers();
  if (session.fresh) headers.append('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { user, headers };
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
