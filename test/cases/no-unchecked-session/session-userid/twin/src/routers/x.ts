import { TRPCError } from '@trpc/server';
import { publicProcedure, router } from '../trpc';
import { prisma } from '../prisma';
export const x = router({
  wipe: publicProcedure.mutation(async ({ ctx }) => {
    if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
    await prisma.draft.deleteMany({ where: { authorId: ctx.session.userId } });
  }),
});
