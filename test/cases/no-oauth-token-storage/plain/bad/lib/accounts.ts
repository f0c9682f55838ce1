import { PrismaClient } from '@prisma/client';
import type { OAuth2Tokens } from 'arctic';
const prisma = new PrismaClient();
export async function remember(userId: string, tokens: OAuth2Tokens) {
  await prisma.account.update({
    where: { userId },
    data: { refreshToken: tokens.refreshToken() }, // expect: no-oauth-token-storage
  });
}
