import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './config';

export const getCurrentUser = cache(async () => {
  const store = await cookies();
  const sid = store.get(lucia.sessionCookieName)?.value;
  if (!sid) return { user: null, session: null };
  const result = await lucia.validateSession(sid);
  try {
    if (result.session?.fresh) {
      const { name, value, attributes } = lucia.createSessionCookie(result.session.id);
      store.set(name, value, attributes);
    } else if (!result.session) {
      const { name, value, attributes } = lucia.createBlankSessionCookie();
      store.set(name, value, attributes);
    }
  } catch {
    // read-only while rendering
  }
  return result;
});
