import type { Cookie, Session, User } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { $lucia } from '#auth';

type RequestAuth = { user: User; session: Session } | { user: null; session: null };

/** Who sends this request. Call it in every page, server action and route handler that needs a user: a layout protects nothing. */
export const $validateRequest = cache(async (): Promise<RequestAuth> => {
  const sessionId = (await cookies()).get($lucia.sessionCookieName)?.value;
  if (!sessionId) return { user: null, session: null };
  const result = await $lucia.validateSession(sessionId);
  if (result.session?.fresh) {
    await writeCookie($lucia.createSessionCookie(result.session.id));
  }
  if (!result.session) {
    await writeCookie($lucia.createBlankSessionCookie());
  }
  return result;
});

async function writeCookie(cookie: Cookie): Promise<void> {
  const store = await cookies();
  try {
    store.set(cookie.name, cookie.value, cookie.attributes);
  } catch {
    // Next.js forbids this while a page renders. The browser keeps the cookie it has: with `expires: false` in the
    // options of Lucia it outlives the renewed session.
  }
}
