import { eq } from 'drizzle-orm';
import { authed, router } from './trpc';
import { db } from './db';
import { apiKeys } from './schema';
export const keys = router({
  remove: authed.input((v) => v as { keyId: string }).mutation(async ({ input }) => {
    await db.delete(apiKeys).where(eq(apiKeys.id, input.keyId)); // expect: require-ownership-check
  }),
});
