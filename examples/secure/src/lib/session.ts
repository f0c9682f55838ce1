import type { Session, User } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

type SignedIn = { user: User; session: Session };
type SignedOut = { user: null; session: null };

/** Who sends this request. */
export const validateRequest = cache(async (): Promise<SignedIn | SignedOut> => {
  const store = await cookies();
  const sessionId = store.get(lucia.sessionCookieName)?.value ?? null;
  if (!sessionId) return { user: null, session: null };

  const result = await lucia.validateSession(sessionId);
  try {
    if (result.session?.fresh) {
      const cookie = lucia.createSessionCookie(result.session.id);
      store.set(cookie.name, cookie.value, cookie.attributes);
    }
    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      store.set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // Next.js does not let a page write cookies while it renders.
  }
  return result;
});

/** Starts a session for a user who has just proved who they are. */
export async function signIn(userId: string): Promise<void> {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
}
