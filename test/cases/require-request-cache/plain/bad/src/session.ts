import { cookies } from 'next/headers';
import { lucia } from './auth';
export async function getAuth() { // expect: require-request-cache
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
