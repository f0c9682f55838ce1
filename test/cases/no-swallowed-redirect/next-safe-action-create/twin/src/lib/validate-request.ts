import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './lucia';

export const validateRequest = cache(async () => {
  const store = await cookies();
  const id = store.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    const cookie = result.session?.fresh
      ? lucia.createSessionCookie(result.session.id)
      : result.session
        ? null
        : lucia.createBlankSessionCookie();
    if (cookie) store.set(cookie.name, cookie.value, cookie.attributes);
  } catch {
    // Not possible while a page renders.
  }
  return result;
});
