import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';
export const auth = new Lucia(adapter, { sessionCookie: { expires: false } });
export const currentUser = cache(async () => {
  const store = await cookies();
  const sid = store.get(auth.sessionCookieName)?.value;
  if (!sid) return null;
  const { user } = await auth.validateSession(sid);
  return user;
});
