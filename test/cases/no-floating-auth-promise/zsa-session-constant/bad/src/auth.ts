import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';

export const prisma = new PrismaClient();

const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

const uncached = async () => {
  const value = cookies().get(lucia.sessionCookieName)?.value;
  if (!value) return null;
  const { session, user } = await lucia.validateSession(value);
  try {
    if (session?.fresh) {
      const c = lucia.createSessionCookie(session.id);
      cookies().set(c.name, c.value, c.attributes);
    }
    if (!session) {
      const c = lucia.createBlankSessionCookie();
      cookies().set(c.name, c.value, c.attributes);
    }
  } catch {}
  return user;
};

export const currentUser = cache(uncached);

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
