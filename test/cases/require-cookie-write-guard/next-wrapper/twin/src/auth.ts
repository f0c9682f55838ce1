import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';
export const auth = new Lucia(adapter, { sessionCookie: { expires: false } });
export const currentUser = cache(async () => {
  const store = await cookies();
  const sid = store.get(auth.sessionCookieName)?.value;
  if (!sid) return null;
  const { session, user } = await auth.validateSession(sid);
  try {
    if (session?.fresh) {
      const c = auth.createSessionCookie(session.id);
      store.set(c.name, c.value, c.attributes);
    }
    if (!session) {
      const c = auth.createBlankSessionCookie();
      store.set(c.name, c.value, c.attributes);
    }
  } catch {}
  return user;
});
