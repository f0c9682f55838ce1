import { z } from 'zod';
import { prisma } from '../db';
import { lucia } from '../lucia';
import { protect } from '../secrets';
import { protectedProcedure, router } from '../trpc';

export const accountRouter = router({
  setPassword: protectedProcedure
    .input(z.object({ password: z.string().min(8).max(255) }))
    .mutation(async ({ ctx, input }) => {
      const stored = await protect(input.password);
      await lucia.invalidateUserSessions(ctx.user.id);
      await prisma.user.update({ where: { id: ctx.user.id }, data: { passwordHash: stored } }); // expect: no-plaintext-password
      return { ok: true };
    }),
});
