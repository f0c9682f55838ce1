import { createHash } from 'node:crypto';
import { prisma } from '@/lib/prisma';

export class ResetRepository {
  async issue(userId: string, secret: string): Promise<void> {
    await prisma.$transaction([
      prisma.passwordReset.deleteMany({ where: { userId } }),
      prisma.passwordReset.create({
        data: { userId, secret, validUntil: new Date(Date.now() + 2 * 60 * 60 * 1000) }, // expect: hash-reset-tokens
      }),
    ]);
  }

  digest(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }
}
