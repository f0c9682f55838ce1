import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { lucia } from './lucia';

export const current = cache(async () => {
  const store = await cookies();
  const token = store.get(lucia.sessionCookieName)?.value ?? null;
  if (token === null) return { user: null, session: null };
  const result = await lucia.validateSession(token);
  try {
    if (result.session && result.session.fresh) {
      const c = lucia.createSessionCookie(result.session.id);
      store.set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = lucia.createBlankSessionCookie();
      store.set(c.name, c.value, c.attributes);
    }
  } catch {
    // rendering
  }
  return result;
});

export async function requireUser() {
  const { user } = await current();
  if (!user) redirect('/sign-in');
  return user;
}
