import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';

export const getAuth = cache(async () => {
  const store = await cookies();
  const id = store.get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const c = lucia.createSessionCookie(result.session.id);
      store.set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = lucia.createBlankSessionCookie();
      store.set(c.name, c.value, c.attributes);
    }
  } catch {
    // rendering a page: cookies are read-only here
  }
  return result;
});
