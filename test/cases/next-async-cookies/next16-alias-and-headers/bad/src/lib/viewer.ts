import { cookies as requestCookies, headers as requestHeaders } from 'next/headers';
import { lucia } from './lucia';

export async function viewer() {
  const agent = (await requestHeaders()).get('user-agent');
  const value = requestCookies().get(lucia.sessionCookieName)?.value; // expect: next-async-cookies
  if (!value) return { user: null, session: null, agent };
  const { user, session } = await lucia.validateSession(value);
  try {
    if (!session) {
      const blank = lucia.createBlankSessionCookie();
      (await requestCookies()).set(blank.name, blank.value, blank.attributes);
    }
  } catch {
    // Read-only while rendering.
  }
  return { user, session, agent };
}
