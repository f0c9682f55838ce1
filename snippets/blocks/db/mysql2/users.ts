import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { pool } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

const insertUser = 'INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn) VALUES (?, ?, ?, ?)';
const insertAccount = 'INSERT INTO $accountTable (provider, provider_user_id, user_id) VALUES (?, ?, ?)';

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    'SELECT id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn FROM $userTable WHERE $emailColumn = ?',
    [email],
  );
  const row = rows[0];
  if (!row) return null;
  return { id: row.id, email: row.$emailColumn, emailVerified: row.$emailVerifiedColumn === 1, passwordHash: row.$passwordHashColumn };
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  try {
    await pool.execute(insertUser, [user.id, user.email, user.emailVerified, user.passwordHash]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await pool.execute('UPDATE $userTable SET $passwordHashColumn = ? WHERE id = ?', [passwordHash, userId]);
}

export async function markEmailVerified(userId: string): Promise<void> {
  await pool.execute('UPDATE $userTable SET $emailVerifiedColumn = TRUE WHERE id = ?', [userId]);
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    'SELECT user_id FROM $accountTable WHERE provider = ? AND provider_user_id = ?',
    [account.provider, account.providerUserId],
  );
  return rows[0]?.user_id ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  try {
    await pool.execute(insertAccount, [account.provider, account.providerUserId, userId]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.execute(insertUser, [user.id, user.email, user.emailVerified, user.passwordHash]);
    await connection.execute(insertAccount, [account.provider, account.providerUserId, user.id]);
    await connection.commit();
    return true;
  } catch (error) {
    await connection.rollback();
    if (isDuplicate(error)) return false;
    throw error;
  } finally {
    connection.release();
  }
}

export async function saveToken(token: StoredToken): Promise<void> {
  await pool.execute('INSERT INTO $tokenTable (hash, purpose, user_id, expires_at) VALUES (?, ?, ?, ?)', [
    token.hash,
    token.purpose,
    token.userId,
    token.expiresAt,
  ]);
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    'SELECT user_id, expires_at FROM $tokenTable WHERE hash = ? AND purpose = ?',
    [hash, purpose],
  );
  const row = rows[0];
  if (!row) return null;
  const [result] = await pool.execute<ResultSetHeader>('DELETE FROM $tokenTable WHERE hash = ?', [hash]);
  return result.affectedRows > 0 ? { hash, purpose, userId: row.user_id, expiresAt: row.expires_at } : null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await pool.execute('DELETE FROM $tokenTable WHERE user_id = ? AND purpose = ?', [userId, purpose]);
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ER_DUP_ENTRY';
}
