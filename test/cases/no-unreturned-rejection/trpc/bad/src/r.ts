import { TRPCError } from '@trpc/server';
import { publicProcedure, router } from './trpc';
import { wipe } from './wipe';
export const r = router({
  wipe: publicProcedure.mutation(async ({ ctx }) => {
    if (!ctx.user) new TRPCError({ code: 'UNAUTHORIZED' }); // expect: no-unreturned-rejection
    await wipe();
  }),
});
