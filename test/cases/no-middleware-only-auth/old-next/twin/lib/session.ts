import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';
export const validateRequest = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
