import { cache } from 'react';
import { cookies } from 'next/headers';
import { auth } from './auth';

export const validateRequest = cache(async () => {
  const store = await cookies();
  const id = store.get(auth.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await auth.validateSession(id);
  try {
    if (result.session?.fresh) {
      const c = auth.createSessionCookie(result.session.id);
      store.set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = auth.createBlankSessionCookie();
      store.set(c.name, c.value, c.attributes);
    }
  } catch {
    // rendering a page: cookies are read-only here
  }
  return result;
});
