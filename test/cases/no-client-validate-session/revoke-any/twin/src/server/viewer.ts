import { cache } from 'react';
import { cookies } from 'next/headers';
import { auth } from './lucia';
export const viewer = cache(async () => {
  const id = (await cookies()).get(auth.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return auth.validateSession(id);
});
