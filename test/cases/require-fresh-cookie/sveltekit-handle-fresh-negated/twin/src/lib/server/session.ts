import type { RequestEvent } from '@sveltejs/kit';
import type { Cookie } from 'lucia';
import { auth } from './lucia';

function write(event: RequestEvent, cookie: Cookie) {
  event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
}

export async function loadSession(event: RequestEvent) {
  const token = event.cookies.get(auth.sessionCookieName);
  if (!token) return { user: null, session: null };
  const result = await auth.validateSession(token);
  const { session } = result;
  if (!session) write(event, auth.createBlankSessionCookie());
  if (session && session.fresh) write(event, auth.createSessionCookie(session.id));
  return result;
}
