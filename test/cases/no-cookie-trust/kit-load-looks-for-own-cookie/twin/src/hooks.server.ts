import type { Handle } from '@sveltejs/kit';
import { resolveSession, SESSION_COOKIE } from '$lib/server/sessions';

export const handle: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get(SESSION_COOKIE);
  const { session, user } = token ? resolveSession(token) : { session: null, user: null };
  if (session && token) {
    event.cookies.set(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      expires: session.expiresAt,
    });
  } else if (token) {
    event.cookies.delete(SESSION_COOKIE, { path: '/' });
  }
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
