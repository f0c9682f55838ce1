import { cache } from 'react';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from './lucia';
export const currentSession = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
});
export async function mustBeSignedIn() {
  const { user } = await currentSession();
  if (!user) redirect('/sign-in');
  return user;
}
