import { sessions, tokens, users } from '#db';

/** Creates the indexes that keep users and accounts unique. Run it before the first request. */
export async function createIndexes(): Promise<void> {
  await users.createIndex({ email: 1 }, { unique: true, partialFilterExpression: { email: { $type: 'string' } } });
  await users.createIndex(
    { 'accounts.provider': 1, 'accounts.provider_user_id': 1 },
    { unique: true, partialFilterExpression: { 'accounts.provider': { $exists: true } } },
  );
  await sessions.createIndex({ user_id: 1 });
  await sessions.createIndex({ expires_at: 1 }, { expireAfterSeconds: 0 });
  await tokens.createIndex({ user_id: 1 });
  await tokens.createIndex({ expires_at: 1 }, { expireAfterSeconds: 0 });
}
