import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

export const prisma = new PrismaClient();
export const luciaAuth = new Lucia(new PrismaAdapter(prisma.session, prisma.user)); // expect: require-register-declaration
