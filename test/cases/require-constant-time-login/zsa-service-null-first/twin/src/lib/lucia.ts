import { Lucia } from 'lucia';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { prisma } from './prisma';

export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user), { sessionCookie: { expires: false } });
