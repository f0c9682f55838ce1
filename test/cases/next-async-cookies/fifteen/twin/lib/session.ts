import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
export const session = cache(async () => {
  const pending = cookies();
  const jar = await pending;
  const id = jar.get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
