import { Lucia } from 'lucia';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { dev } from '$app/environment';

const client = new PrismaClient();
export const auth = new Lucia(new PrismaAdapter(client.session, client.user), {
  sessionCookie: { attributes: { secure: !dev } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
