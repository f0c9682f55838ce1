//#if drizzle-mysql
//: import { and, eq } from 'drizzle-orm';
//#else
import { TransactionRollbackError, and, eq } from 'drizzle-orm';
//#endif
import { db } from '#db';
import { $accountTable, $tokenTable, $userTable } from '#schema';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const [user] = await db
    .select({
      id: $userTable.id,
      email: $userTable.$emailColumn,
      emailVerified: $userTable.$emailVerifiedColumn,
      passwordHash: $userTable.$passwordHashColumn,
    })
    .from($userTable)
    .where(eq($userTable.$emailColumn, email));
  return user ?? null;
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  //#if !drizzle-mysql
  const created = await db
    .insert($userTable)
    //#if renamed-columns
    //: .values(rowOf(user))
    //#else
    .values(user)
    //#endif
    .onConflictDoNothing({ target: $userTable.$emailColumn })
    .returning({ id: $userTable.id });
  return created.length > 0;
  //#else
  //: try {
  //#if renamed-columns
  //:   await db.insert($userTable).values(rowOf(user));
  //#else
  //:   await db.insert($userTable).values(user);
  //#endif
  //:   return true;
  //: } catch (error) {
  //:   if (isDuplicate(error)) return false;
  //:   throw error;
  //: }
  //#endif
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  //#if renamed-columns
  //: await db.update($userTable).set({ $passwordHashColumn: passwordHash }).where(eq($userTable.id, userId));
  //#else
  await db.update($userTable).set({ passwordHash }).where(eq($userTable.id, userId));
  //#endif
}

export async function markEmailVerified(userId: string): Promise<void> {
  await db.update($userTable).set({ $emailVerifiedColumn: true }).where(eq($userTable.id, userId));
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const [row] = await db
    .select({ userId: $accountTable.userId })
    .from($accountTable)
    .where(
      and(eq($accountTable.provider, account.provider), eq($accountTable.providerUserId, account.providerUserId)),
    );
  return row?.userId ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  //#if !drizzle-mysql
  await db
    .insert($accountTable)
    .values({ ...account, userId })
    .onConflictDoNothing();
  //#else
  //: try {
  //:   await db.insert($accountTable).values({ ...account, userId });
  //: } catch (error) {
  //:   if (!isDuplicate(error)) throw error;
  //: }
  //#endif
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  try {
    //#if drizzle-sqlite
    db.transaction((tx) => {
      //#if renamed-columns
      //: if (tx.insert($userTable).values(rowOf(user)).onConflictDoNothing().run().changes === 0) tx.rollback();
      //#else
      if (tx.insert($userTable).values(user).onConflictDoNothing().run().changes === 0) tx.rollback();
      //#endif
      const linked = tx
        .insert($accountTable)
        .values({ ...account, userId: user.id })
        .onConflictDoNothing()
        .run();
      if (linked.changes === 0) tx.rollback();
    });
    //#endif
    //#if drizzle-pg|drizzle-libsql
    //: await db.transaction(async (tx) => {
    //#if renamed-columns
    //:   const created = await tx.insert($userTable).values(rowOf(user)).onConflictDoNothing().returning();
    //#else
    //:   const created = await tx.insert($userTable).values(user).onConflictDoNothing().returning();
    //#endif
    //:   if (created.length === 0) tx.rollback();
    //:   const linked = await tx
    //:     .insert($accountTable)
    //:     .values({ ...account, userId: user.id })
    //:     .onConflictDoNothing()
    //:     .returning();
    //:   if (linked.length === 0) tx.rollback();
    //: });
    //#endif
    //#if drizzle-mysql
    //: await db.transaction(async (tx) => {
    //#if renamed-columns
    //:   await tx.insert($userTable).values(rowOf(user));
    //#else
    //:   await tx.insert($userTable).values(user);
    //#endif
    //:   await tx.insert($accountTable).values({ ...account, userId: user.id });
    //: });
    //#endif
    return true;
  } catch (error) {
    //#if drizzle-mysql
    //: if (isDuplicate(error)) return false;
    //#else
    if (error instanceof TransactionRollbackError) return false;
    //#endif
    throw error;
  }
}

export async function saveToken(token: StoredToken): Promise<void> {
  await db.insert($tokenTable).values(token);
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  //#if !drizzle-mysql
  const [token] = await db
    .delete($tokenTable)
    .where(and(eq($tokenTable.hash, hash), eq($tokenTable.purpose, purpose)))
    .returning();
  return token ?? null;
  //#else
  //: const [token] = await db
  //:   .select()
  //:   .from($tokenTable)
  //:   .where(and(eq($tokenTable.hash, hash), eq($tokenTable.purpose, purpose)));
  //: if (!token) return null;
  //: const [result] = await db.delete($tokenTable).where(eq($tokenTable.hash, hash));
  //: return result.affectedRows > 0 ? token : null;
  //#endif
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await db.delete($tokenTable).where(and(eq($tokenTable.userId, userId), eq($tokenTable.purpose, purpose)));
}
//#if drizzle-mysql
//:
//: function isDuplicate(error: unknown): boolean {
//:   const cause = error instanceof Error && error.cause ? error.cause : error;
//:   return cause instanceof Error && 'code' in cause && cause.code === 'ER_DUP_ENTRY';
//: }
//#endif
//#if renamed-columns
//:
//: /** The user by the names that the table has. */
//: function rowOf({ id, email, emailVerified, passwordHash }: UserRecord) {
//:   return { id, $emailColumn: email, $emailVerifiedColumn: emailVerified, $passwordHashColumn: passwordHash };
//: }
//#endif
