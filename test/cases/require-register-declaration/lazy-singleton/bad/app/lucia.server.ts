import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const prisma = new PrismaClient();
const build = () => new Lucia(new PrismaAdapter(prisma.session, prisma.user)); // expect: require-register-declaration

let instance: ReturnType<typeof build> | undefined;

export function getLucia() {
  return (instance ??= build());
}
