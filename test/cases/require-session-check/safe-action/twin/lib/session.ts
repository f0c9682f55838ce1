import { cookies } from 'next/headers';
import { lucia } from './auth';
export async function getCurrent() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
