import { cookies } from 'next/headers';

export async function startSession(id: string) {
  const jar = await cookies();
  jar.set('auth_session', id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60 * 60 * 24 * 30 }); // expect: no-manual-session-cookie
  jar.set('theme', 'dark', { path: '/' });
}
