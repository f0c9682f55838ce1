import { db } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

interface UserRow {
  id: string;
  $emailColumn: string | null;
  $emailVerifiedColumn: number;
  $passwordHashColumn: string | null;
}

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const row = db
    .prepare<[string], UserRow>('SELECT id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn FROM $userTable WHERE $emailColumn = ?')
    .get(email);
  if (!row) return null;
  return { id: row.id, email: row.$emailColumn, emailVerified: row.$emailVerifiedColumn === 1, passwordHash: row.$passwordHashColumn };
}

function insertUser(user: UserRecord): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO $userTable (id, $emailColumn, $emailVerifiedColumn, $passwordHashColumn) VALUES (?, ?, ?, ?)
       ON CONFLICT ($emailColumn) DO NOTHING`,
    )
    .run(user.id, user.email, user.emailVerified ? 1 : 0, user.passwordHash);
  return changes > 0;
}

function insertAccount(userId: string, account: OAuthAccount): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO $accountTable (provider, provider_user_id, user_id) VALUES (?, ?, ?)
       ON CONFLICT (provider, provider_user_id) DO NOTHING`,
    )
    .run(account.provider, account.providerUserId, userId);
  return changes > 0;
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  return insertUser(user);
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  db.prepare('UPDATE $userTable SET $passwordHashColumn = ? WHERE id = ?').run(passwordHash, userId);
}

export async function markEmailVerified(userId: string): Promise<void> {
  db.prepare('UPDATE $userTable SET $emailVerifiedColumn = 1 WHERE id = ?').run(userId);
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const row = db
    .prepare<[string, string], { user_id: string }>(
      'SELECT user_id FROM $accountTable WHERE provider = ? AND provider_user_id = ?',
    )
    .get(account.provider, account.providerUserId);
  return row?.user_id ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  insertAccount(userId, account);
}

/** Both or nothing. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  const taken = db.prepare('SELECT 1 FROM $accountTable WHERE provider = ? AND provider_user_id = ?');
  // Nothing else runs between the statements of a transaction of better-sqlite3.
  return db
    .transaction(() => {
      if (taken.get(account.provider, account.providerUserId) || !insertUser(user)) return false;
      return insertAccount(user.id, account);
    })
    .immediate();
}

export async function saveToken(token: StoredToken): Promise<void> {
  db.prepare('INSERT INTO $tokenTable (hash, purpose, user_id, expires_at) VALUES (?, ?, ?, ?)').run(
    token.hash,
    token.purpose,
    token.userId,
    Math.floor(token.expiresAt.getTime() / 1000),
  );
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const row = db
    .prepare<[string, string], { user_id: string; expires_at: number }>(
      'DELETE FROM $tokenTable WHERE hash = ? AND purpose = ? RETURNING user_id, expires_at',
    )
    .get(hash, purpose);
  return row ? { hash, purpose, userId: row.user_id, expiresAt: new Date(row.expires_at * 1000) } : null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  db.prepare('DELETE FROM $tokenTable WHERE user_id = ? AND purpose = ?').run(userId, purpose);
}
