import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia, verifyRequestOrigin } from 'lucia';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { db } from './db';
import { sessions, workers } from './schema';

export const lucia = new Lucia(new DrizzleMySQLAdapter(db, sessions, workers), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
  getUserAttributes: (w) => ({ role: w.role }),
});

export function sameOrigin() {
  return verifyRequestOrigin(headers().get('Origin') ?? '', [headers().get('Host') ?? '']);
}

export const validateRequest = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const c = lucia.createSessionCookie(result.session.id);
      cookies().set(c.name, c.value, c.attributes);
    }
    if (!result.session) {
      const c = lucia.createBlankSessionCookie();
      cookies().set(c.name, c.value, c.attributes);
    }
  } catch {}
  return result;
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { role: 'picker' | 'lead' | 'auditor' };
  }
}
