import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { dev } from '$app/environment';
import { Lucia } from 'lucia';

export const prisma = new PrismaClient();
export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user), {
  sessionCookie: { attributes: { secure: !dev } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
