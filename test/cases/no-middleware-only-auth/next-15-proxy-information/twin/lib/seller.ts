import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './lucia';

export const seller = cache(async () => {
  const jar = await cookies();
  const { user, session } = await lucia.validateSession(jar.get(lucia.sessionCookieName)?.value ?? '');
  try {
    if (session?.fresh) {
      const c = lucia.createSessionCookie(session.id);
      jar.set(c.name, c.value, c.attributes);
    } else if (!session) {
      const c = lucia.createBlankSessionCookie();
      jar.set(c.name, c.value, c.attributes);
    }
  } catch {}
  return user;
});
