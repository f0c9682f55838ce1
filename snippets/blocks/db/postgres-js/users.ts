import { sql } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const [user] = await sql<UserRecord[]>`
    //#if renamed-email
    //: SELECT id, $emailColumn AS "email", $emailVerifiedColumn AS "emailVerified", $passwordHashColumn AS "passwordHash"
    //#else
    SELECT id, email, $emailVerifiedColumn AS "emailVerified", $passwordHashColumn AS "passwordHash"
    //#endif
    FROM $userTable WHERE $emailColumn = ${email}`;
  return user ?? null;
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  const created = await sql`
    INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn)
    VALUES (${user.id}, ${user.email}, ${user.emailVerified}, ${user.passwordHash})
    ON CONFLICT ($emailColumn) DO NOTHING`;
  return created.count === 1;
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await sql`UPDATE $userTable SET $passwordHashColumn = ${passwordHash} WHERE id = ${userId}`;
}

export async function markEmailVerified(userId: string): Promise<void> {
  await sql`UPDATE $userTable SET $emailVerifiedColumn = TRUE WHERE id = ${userId}`;
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const [row] = await sql<{ user_id: string }[]>`
    SELECT user_id FROM $accountTable
    WHERE provider = ${account.provider} AND provider_user_id = ${account.providerUserId}`;
  return row?.user_id ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  await sql`
    INSERT INTO $accountTable (provider, provider_user_id, user_id)
    VALUES (${account.provider}, ${account.providerUserId}, ${userId})
    ON CONFLICT (provider, provider_user_id) DO NOTHING`;
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  return sql.begin(async (tx) => {
    const created = await tx`
      INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn)
      VALUES (${user.id}, ${user.email}, ${user.emailVerified}, ${user.passwordHash})
      ON CONFLICT ($emailColumn) DO NOTHING`;
    if (created.count === 0) return false;
    // A duplicate throws, and so undoes both.
    await tx`
      INSERT INTO $accountTable (provider, provider_user_id, user_id)
      VALUES (${account.provider}, ${account.providerUserId}, ${user.id})`;
    return true;
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '23505') return false;
    throw error;
  });
}

export async function saveToken(token: StoredToken): Promise<void> {
  await sql`
    INSERT INTO $tokenTable (hash, purpose, user_id, expires_at)
    VALUES (${token.hash}, ${token.purpose}, ${token.userId}, ${token.expiresAt})`;
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const [token] = await sql<StoredToken[]>`
    DELETE FROM $tokenTable WHERE hash = ${hash} AND purpose = ${purpose}
    RETURNING hash, purpose, user_id AS "userId", expires_at AS "expiresAt"`;
  return token ?? null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await sql`DELETE FROM $tokenTable WHERE user_id = ${userId} AND purpose = ${purpose}`;
}
