import { cookies } from 'next/headers';
import { lucia } from './lucia';
export const getAuth = async () => { // expect: require-request-cache
  const sid = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sid) return { user: null, session: null };
  return lucia.validateSession(sid);
};
