import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { isLive } from './env';

const client = new PrismaClient();

export const auth = new Lucia(new PrismaAdapter(client.session, client.user), {
  sessionCookie: {
    expires: false,
    attributes: {
      secure: isLive,
      sameSite: 'lax',
    },
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
