import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const { authSession, account } = new PrismaClient();

export const lucia = new Lucia(new PrismaAdapter(authSession, account), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
