import { cache } from 'react';
import { cookies } from 'next/headers';
import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

export const getAuth = cache(async () => {
  const store = await cookies();
  const id = store.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const cookie = lucia.createSessionCookie(result.session.id);
      store.set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      store.set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // A page that renders cannot set cookies.
  }
  return result;
});
