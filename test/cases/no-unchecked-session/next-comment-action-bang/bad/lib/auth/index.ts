import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { SessionCollection, UserCollection } from '@/lib/mongo';

export const lucia = new Lucia(new MongodbAdapter(SessionCollection, UserCollection), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
  getUserAttributes: ({ name }) => ({ name }),
});

export const whoami = cache(async () => {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const found = await lucia.validateSession(id);
  try {
    if (found.session?.fresh) {
      const c = lucia.createSessionCookie(found.session.id);
      jar.set(c.name, c.value, c.attributes);
    } else if (!found.session) {
      const c = lucia.createBlankSessionCookie();
      jar.set(c.name, c.value, c.attributes);
    }
  } catch {}
  return found;
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { name: string };
  }
}
