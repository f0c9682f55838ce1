import { Prisma } from '@prisma/client';
import { prisma } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  return prisma.user.findUnique({
    where: { email },
    select: { id: true, email: true, emailVerified: true, passwordHash: true },
  });
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  return unlessTaken(prisma.user.create({ data: user, select: { id: true } }));
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
}

export async function markEmailVerified(userId: string): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { emailVerified: true }, select: { id: true } });
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const row = await prisma.oAuthAccount.findUnique({
    where: {
      provider_providerUserId: { provider: account.provider, providerUserId: account.providerUserId },
    },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  await unlessTaken(
    prisma.oAuthAccount.create({
      data: { provider: account.provider, providerUserId: account.providerUserId, userId },
    }),
  );
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const accounts = { create: { provider: account.provider, providerUserId: account.providerUserId } };
  return unlessTaken(prisma.user.create({ data: { ...user, accounts }, select: { id: true } }));
}

export async function saveToken(token: StoredToken): Promise<void> {
  await prisma.userToken.create({ data: token });
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const token = await prisma.userToken.findUnique({ where: { hash, purpose } });
  if (!token) return null;
  const { count } = await prisma.userToken.deleteMany({ where: { hash } });
  return count > 0 ? token : null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await prisma.userToken.deleteMany({ where: { userId, purpose } });
}

async function unlessTaken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}
