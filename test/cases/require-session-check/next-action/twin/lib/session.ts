import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
export const getSession = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
export function asAdmin<A extends unknown[], R>(action: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    const { user } = await getSession();
    if (user?.role !== 'admin') throw new Error('Not allowed');
    return action(...args);
  };
}
