import { TRPCError } from '@trpc/server';
import { publicProcedure, router } from './trpc';
import { wipe } from './wipe';
export const r = router({
  wipe: publicProcedure.mutation(async ({ ctx }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    await wipe();
  }),
});
