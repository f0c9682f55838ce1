import { db } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

const insertUser = `INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn) VALUES (?, ?, ?, ?)
  ON CONFLICT ($emailColumn) DO NOTHING`;
const insertAccount = `INSERT INTO $accountTable (provider, provider_user_id, user_id) VALUES (?, ?, ?)
  ON CONFLICT (provider, provider_user_id) DO NOTHING`;

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const { rows } = await db.execute({
    sql: 'SELECT id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn FROM $userTable WHERE $emailColumn = ?',
    args: [email],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    id: String(row.id),
    email: String(row.$emailColumn),
    emailVerified: row.$emailVerifiedColumn === 1,
    passwordHash: typeof row.$passwordHashColumn === 'string' ? row.$passwordHashColumn : null,
  };
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  const { rowsAffected } = await db.execute({
    sql: insertUser,
    args: [user.id, user.email, user.emailVerified ? 1 : 0, user.passwordHash],
  });
  return rowsAffected > 0;
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await db.execute({ sql: 'UPDATE $userTable SET $passwordHashColumn = ? WHERE id = ?', args: [passwordHash, userId] });
}

export async function markEmailVerified(userId: string): Promise<void> {
  await db.execute({ sql: 'UPDATE $userTable SET $emailVerifiedColumn = 1 WHERE id = ?', args: [userId] });
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const { rows } = await db.execute({
    sql: 'SELECT user_id FROM $accountTable WHERE provider = ? AND provider_user_id = ?',
    args: [account.provider, account.providerUserId],
  });
  return rows[0] ? String(rows[0].user_id) : null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  await db.execute({ sql: insertAccount, args: [account.provider, account.providerUserId, userId] });
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const transaction = await db.transaction('write');
  try {
    const created = await transaction.execute({
      sql: insertUser,
      args: [user.id, user.email, user.emailVerified ? 1 : 0, user.passwordHash],
    });
    if (created.rowsAffected === 0) return false;
    const linked = await transaction.execute({
      sql: insertAccount,
      args: [account.provider, account.providerUserId, user.id],
    });
    if (linked.rowsAffected === 0) return false;
    await transaction.commit();
    return true;
  } finally {
    // Rolls back what was not committed.
    transaction.close();
  }
}

export async function saveToken(token: StoredToken): Promise<void> {
  await db.execute({
    sql: 'INSERT INTO $tokenTable (hash, purpose, user_id, expires_at) VALUES (?, ?, ?, ?)',
    args: [token.hash, token.purpose, token.userId, Math.floor(token.expiresAt.getTime() / 1000)],
  });
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const { rows } = await db.execute({
    sql: 'DELETE FROM $tokenTable WHERE hash = ? AND purpose = ? RETURNING user_id, expires_at',
    args: [hash, purpose],
  });
  const row = rows[0];
  if (!row) return null;
  return { hash, purpose, userId: String(row.user_id), expiresAt: new Date(Number(row.expires_at) * 1000) };
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await db.execute({ sql: 'DELETE FROM $tokenTable WHERE user_id = ? AND purpose = ?', args: [userId, purpose] });
}
