import { and, eq } from 'drizzle-orm';
import { authed, router } from './trpc';
import { db } from './db';
import { apiKeys } from './schema';
export const keys = router({
  remove: authed.input((v) => v as { keyId: string }).mutation(async ({ input, ctx }) => {
    await db.delete(apiKeys).where(and(eq(apiKeys.id, input.keyId), eq(apiKeys.ownerId, ctx.user.id)));
  }),
});
