import { publicProcedure, router } from '../trpc';
import { prisma } from '../prisma';
export const x = router({
  wipe: publicProcedure.mutation(async ({ ctx }) => {
    await prisma.draft.deleteMany({ where: { authorId: ctx.session?.userId } }); // expect: no-unchecked-session
  }),
});
