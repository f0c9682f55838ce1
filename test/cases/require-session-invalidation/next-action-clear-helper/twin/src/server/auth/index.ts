import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { db } from '~/server/db';
import { sessions, mechanics } from '~/server/db/schema';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, mechanics), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export function forgetSession() {
  const { name, value, attributes } = lucia.createBlankSessionCookie();
  cookies().set(name, value, attributes);
}

export const getSession = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { session: null, user: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const { name, value, attributes } = lucia.createSessionCookie(result.session.id);
      cookies().set(name, value, attributes);
    }
    if (!result.session) forgetSession();
  } catch {}
  return result;
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
