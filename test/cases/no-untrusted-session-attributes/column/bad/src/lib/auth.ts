import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}

import { cookies } from 'next/headers';
import { cache } from 'react';
export const validateRequest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const c = lucia.createSessionCookie(result.session.id);
      (await cookies()).set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = lucia.createBlankSessionCookie();
      (await cookies()).set(c.name, c.value, c.attributes);
    }
  } catch {}
  return result;
});
