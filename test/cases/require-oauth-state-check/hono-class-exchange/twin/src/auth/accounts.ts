import { and, eq } from 'drizzle-orm';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '../db/client';
import { accounts, users } from '../db/schema';

export async function accountFor(provider: string, providerUserId: string, handle: string): Promise<string> {
  const [found] = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerUserId, providerUserId)));
  if (found) return found.userId;
  const userId = generateIdFromEntropySize(10);
  await db.transaction(async (tx) => {
    await tx.insert(users).values({ id: userId, handle });
    await tx.insert(accounts).values({ provider, providerUserId, userId });
  });
  return userId;
}
