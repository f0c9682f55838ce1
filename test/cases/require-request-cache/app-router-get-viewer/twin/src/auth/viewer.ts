import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './lucia';

export const getViewer = cache(async function getViewer() {
  const jar = await cookies();
  const sid = jar.get(lucia.sessionCookieName)?.value;
  if (!sid) return null;
  const { user, session } = await lucia.validateSession(sid);
  try {
    const cookie = session?.fresh
      ? lucia.createSessionCookie(session.id)
      : session
        ? null
        : lucia.createBlankSessionCookie();
    if (cookie) jar.set(cookie.name, cookie.value, cookie.attributes);
  } catch {
    // Server Components cannot write cookies.
  }
  return user;
});
