import { prisma } from './prisma';

export const Accounts = {
  async forGoogle(sub: string, name: string) {
    return prisma.account.upsert({
      where: { provider_providerUserId: { provider: 'google', providerUserId: sub } },
      update: {},
      create: { provider: 'google', providerUserId: sub, user: { create: { name } } },
    });
  },
};
