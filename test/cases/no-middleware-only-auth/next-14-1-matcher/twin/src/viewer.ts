import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return null;
  const { user, session } = await lucia.validateSession(id);
  try {
    if (session?.fresh) {
      const c = lucia.createSessionCookie(session.id);
      cookies().set(c.name, c.value, c.attributes);
    }
    if (!session) {
      const c = lucia.createBlankSessionCookie();
      cookies().set(c.name, c.value, c.attributes);
    }
  } catch {}
  return user;
});
