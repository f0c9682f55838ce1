import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia, putCookie } from './lucia';

export const getPlayer = cache(async () => {
  const sid = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sid) return null;
  const { user, session } = await lucia.validateSession(sid);
  try {
    if (session?.fresh) putCookie(lucia.createSessionCookie(session.id));
    if (!session) putCookie(lucia.createBlankSessionCookie());
  } catch {
    // while a page renders
  }
  return user;
});
