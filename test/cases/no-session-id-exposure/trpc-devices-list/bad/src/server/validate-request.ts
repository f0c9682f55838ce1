import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function validateRequest() {
  const jar = await cookies();
  const value = jar.get(lucia.sessionCookieName)?.value;
  if (!value) return { user: null, session: null };
  const result = await lucia.validateSession(value);
  if (!result.session) {
    const blank = lucia.createBlankSessionCookie();
    try {
      jar.set(blank.name, blank.value, blank.attributes);
    } catch {
      // Read-only while a page renders.
    }
  }
  return result;
}
