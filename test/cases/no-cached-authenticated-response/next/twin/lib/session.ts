import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
export const getAuth = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
