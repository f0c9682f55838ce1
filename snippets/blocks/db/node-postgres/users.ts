import { pool } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

const insertUser = `INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn) VALUES ($1, $2, $3, $4)
  ON CONFLICT ($emailColumn) DO NOTHING`;
const insertAccount = `INSERT INTO $accountTable (provider, provider_user_id, user_id) VALUES ($1, $2, $3)
  ON CONFLICT (provider, provider_user_id) DO NOTHING`;

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const { rows } = await pool.query<UserRecord>(
    //#if renamed-email
    //: `SELECT id, $emailColumn AS "email", $emailVerifiedColumn AS "emailVerified", $passwordHashColumn AS "passwordHash"
    //#else
    `SELECT id, email, $emailVerifiedColumn AS "emailVerified", $passwordHashColumn AS "passwordHash"
    //#endif
     FROM $userTable WHERE $emailColumn = $1`,
    [email],
  );
  return rows[0] ?? null;
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  const { rowCount } = await pool.query(insertUser, [user.id, user.email, user.emailVerified, user.passwordHash]);
  return rowCount === 1;
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await pool.query('UPDATE $userTable SET $passwordHashColumn = $1 WHERE id = $2', [passwordHash, userId]);
}

export async function markEmailVerified(userId: string): Promise<void> {
  await pool.query('UPDATE $userTable SET $emailVerifiedColumn = TRUE WHERE id = $1', [userId]);
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const { rows } = await pool.query<{ user_id: string }>(
    'SELECT user_id FROM $accountTable WHERE provider = $1 AND provider_user_id = $2',
    [account.provider, account.providerUserId],
  );
  return rows[0]?.user_id ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  await pool.query(insertAccount, [account.provider, account.providerUserId, userId]);
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const client = await pool.connect();
  let done = false;
  try {
    await client.query('BEGIN');
    const created = await client.query(insertUser, [user.id, user.email, user.emailVerified, user.passwordHash]);
    if (created.rowCount === 1) {
      const linked = await client.query(insertAccount, [account.provider, account.providerUserId, user.id]);
      done = linked.rowCount === 1;
    }
    await client.query(done ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return done;
  } catch (error) {
    // Closes the connection, and with it the transaction.
    client.release(true);
    throw error;
  }
}

export async function saveToken(token: StoredToken): Promise<void> {
  await pool.query('INSERT INTO $tokenTable (hash, purpose, user_id, expires_at) VALUES ($1, $2, $3, $4)', [
    token.hash,
    token.purpose,
    token.userId,
    token.expiresAt,
  ]);
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const { rows } = await pool.query<StoredToken>(
    `DELETE FROM $tokenTable WHERE hash = $1 AND purpose = $2
     RETURNING hash, purpose, user_id AS "userId", expires_at AS "expiresAt"`,
    [hash, purpose],
  );
  return rows[0] ?? null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await pool.query('DELETE FROM $tokenTable WHERE user_id = $1 AND purpose = $2', [userId, purpose]);
}
