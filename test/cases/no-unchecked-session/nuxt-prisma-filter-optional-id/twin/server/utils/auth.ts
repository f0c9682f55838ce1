import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

export const prisma = new PrismaClient();

export const lucia = new Lucia(new PrismaAdapter(prisma.authSession, prisma.person), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
