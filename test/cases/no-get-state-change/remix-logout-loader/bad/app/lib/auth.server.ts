import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia, verifyRequestOrigin } from 'lucia';

export const db = new PrismaClient();
export const auth = new Lucia(new PrismaAdapter(db.session, db.user), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export function isSameOrigin(request: Request) {
  return verifyRequestOrigin(request.headers.get('Origin') ?? '', [request.headers.get('Host') ?? '']);
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
