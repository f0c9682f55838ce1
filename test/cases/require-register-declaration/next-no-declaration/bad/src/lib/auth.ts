import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const client = new PrismaClient();

export const auth = new Lucia(new PrismaAdapter(client.session, client.user), { // expect: require-register-declaration
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});
