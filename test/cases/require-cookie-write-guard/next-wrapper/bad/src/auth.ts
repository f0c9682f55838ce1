import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';
export const auth = new Lucia(adapter, { sessionCookie: { expires: false } });
export async function currentUser() {
  const store = await cookies();
  const sid = store.get(auth.sessionCookieName)?.value;
  if (!sid) return null;
  const { session, user } = await auth.validateSession(sid);
  if (session?.fresh) {
    const c = auth.createSessionCookie(session.id);
    store.set(c.name, c.value, c.attributes); // expect: require-cookie-write-guard
  }
  if (!session) {
    const c = auth.createBlankSessionCookie();
    store.set(c.name, c.value, c.attributes); // expect: require-cookie-write-guard
  }
  return user;
}
