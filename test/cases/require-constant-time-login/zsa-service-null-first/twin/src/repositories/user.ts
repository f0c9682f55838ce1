import { prisma } from '@/lib/prisma';

export const userRepository = {
  byEmail(email: string) {
    return prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  },
};
