import { MongoServerError } from 'mongodb';
import { tokens, users } from '#db';
import type { OAuthAccount, StoredToken, UserRecord } from '#userTypes'; //#inline

export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  const user = await users.findOne({ email });
  if (!user) return null;
  return { id: user._id, email: user.email, emailVerified: user.email_verified, passwordHash: user.password_hash };
}

/** False when the e-mail address is taken. */
export async function createUser(user: UserRecord): Promise<boolean> {
  return insertUser(user, []);
}

export async function setPasswordHash(userId: string, passwordHash: string): Promise<void> {
  await users.updateOne({ _id: userId }, { $set: { password_hash: passwordHash } });
}

export async function markEmailVerified(userId: string): Promise<void> {
  await users.updateOne({ _id: userId }, { $set: { email_verified: true } });
}

export async function findUserIdByAccount(account: OAuthAccount): Promise<string | null> {
  const user = await users.findOne(
    { accounts: { $elemMatch: { provider: account.provider, provider_user_id: account.providerUserId } } },
    { projection: { _id: 1 } },
  );
  return user?._id ?? null;
}

/** Does nothing when the account is linked already. */
export async function linkAccount(userId: string, account: OAuthAccount): Promise<void> {
  await users.updateOne(
    { _id: userId },
    { $addToSet: { accounts: { provider: account.provider, provider_user_id: account.providerUserId } } },
  );
}

/** Both or nothing: the account is part of the document. False when the e-mail address or the account is taken. */
export async function createUserWithAccount(user: UserRecord, account: OAuthAccount): Promise<boolean> {
  return insertUser(user, [{ provider: account.provider, provider_user_id: account.providerUserId }]);
}

async function insertUser(user: UserRecord, accounts: { provider: string; provider_user_id: string }[]): Promise<boolean> {
  try {
    await users.insertOne({
      _id: user.id,
      email: user.email,
      email_verified: user.emailVerified,
      password_hash: user.passwordHash,
      accounts,
    });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 11000) return false;
    throw error;
  }
}

export async function saveToken(token: StoredToken): Promise<void> {
  await tokens.insertOne({
    _id: token.hash,
    purpose: token.purpose,
    user_id: token.userId,
    expires_at: token.expiresAt,
  });
}

/** Reads a token and deletes it, so that a link works once. */
export async function takeToken(hash: string, purpose: string): Promise<StoredToken | null> {
  const token = await tokens.findOneAndDelete({ _id: hash, purpose });
  return token ? { hash, purpose, userId: token.user_id, expiresAt: token.expires_at } : null;
}

export async function deleteTokens(userId: string, purpose: string): Promise<void> {
  await tokens.deleteMany({ user_id: userId, purpose });
}
