import { prisma } from './prisma';

interface External {
  provider: 'line' | 'github';
  subject: string;
  displayName: string;
}

export async function accountOf({ provider, subject, displayName }: External): Promise<string> {
  const link = await prisma.externalLogin.upsert({
    where: { provider_subject: { provider, subject } },
    update: {},
    create: {
      provider,
      subject,
      user: {
        create: {
          displayName,
          hashedPassword: null,
        },
      },
    },
  });
  return link.userId;
}
