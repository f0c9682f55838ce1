import { cache } from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (!result.session) {
    const blank = lucia.createBlankSessionCookie();
    cookies().set(blank.name, blank.value, blank.attributes); // expect: require-cookie-write-guard
  }
  return result;
});
