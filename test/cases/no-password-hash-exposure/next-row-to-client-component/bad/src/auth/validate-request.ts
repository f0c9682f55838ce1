import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './lucia';

export const validateRequest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session && result.session.fresh) {
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
