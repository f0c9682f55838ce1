import { cookies } from 'next/headers';
import { lucia } from './lucia';

const readSession = async () => {
  // expect: require-request-cache
  const sid = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sid) return { user: null, session: null } as const;
  const result = await lucia.validateSession(sid);
  try {
    if (result.session?.fresh) {
      const c = lucia.createSessionCookie(result.session.id);
      cookies().set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = lucia.createBlankSessionCookie();
      cookies().set(c.name, c.value, c.attributes);
    }
  } catch {
    // Server Component
  }
  return result;
};

export { readSession };
