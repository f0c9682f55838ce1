import { Prisma } from '@prisma/client';
import { prisma } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  //#if renamed-columns
  //: const user = await prisma.$userTable.findUnique({
  //:   where: { $emailColumn: email },
  //:   select: { id: true, $emailColumn: true, $emailVerifiedColumn: true, $passwordHashColumn: true },
  //: });
  //: if (!user) return null;
  //: return {
  //:   id: user.id,
  //:   email: user.$emailColumn,
  //:   emailVerified: user.$emailVerifiedColumn,
  //:   passwordHash: user.$passwordHashColumn,
  //: };
  //#else
  return prisma.$userTable.findUnique({
    where: { email },
    select: { id: true, email: true, emailVerified: true, passwordHash: true },
  });
  //#endif
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  //#if renamed-columns
  //: return unlessTaken(prisma.$userTable.create({ data: rowOf(user), select: { id: true } }));
  //#else
  return unlessTaken(prisma.$userTable.create({ data: user, select: { id: true } }));
  //#endif
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  //#if renamed-columns
  //: await prisma.$userTable.update({ where: { id: userId }, data: { $passwordHashColumn: passwordHash }, select: { id: true } });
  //#else
  await prisma.$userTable.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  //#endif
}

export async function markEmailVerified(userId: string): Promise<void> {
  await prisma.$userTable.update({ where: { id: userId }, data: { $emailVerifiedColumn: true }, select: { id: true } });
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const row = await prisma.$accountTable.findUnique({
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
    prisma.$accountTable.create({
      data: { provider: account.provider, providerUserId: account.providerUserId, userId },
    }),
  );
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const accounts = { create: { provider: account.provider, providerUserId: account.providerUserId } };
  //#if renamed-columns
  //: return unlessTaken(prisma.$userTable.create({ data: { ...rowOf(user), accounts }, select: { id: true } }));
  //#else
  return unlessTaken(prisma.$userTable.create({ data: { ...user, accounts }, select: { id: true } }));
  //#endif
}

export async function saveToken(token: StoredToken): Promise<void> {
  await prisma.$tokenTable.create({ data: token });
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const token = await prisma.$tokenTable.findUnique({ where: { hash, purpose } });
  if (!token) return null;
  const { count } = await prisma.$tokenTable.deleteMany({ where: { hash } });
  return count > 0 ? token : null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await prisma.$tokenTable.deleteMany({ where: { userId, purpose } });
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
//#if renamed-columns
//:
//: /** The user by the names that the model has. */
//: function rowOf({ id, email, emailVerified, passwordHash }: UserRecord) {
//:   return { id, $emailColumn: email, $emailVerifiedColumn: emailVerified, $passwordHashColumn: passwordHash };
//: }
//#endif
