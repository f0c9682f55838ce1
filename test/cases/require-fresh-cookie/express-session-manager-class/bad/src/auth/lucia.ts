import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

export const prisma = new PrismaClient();
export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
