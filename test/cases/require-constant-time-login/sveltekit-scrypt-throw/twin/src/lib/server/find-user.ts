import { prisma } from './db';

export async function findUser(email: string) {
  return prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
}
