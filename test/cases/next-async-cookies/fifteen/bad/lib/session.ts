import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
export const session = cache(async () => {
  const jar = cookies();
  const id = jar.get(lucia.sessionCookieName)?.value; // expect: next-async-cookies
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
