import { z } from 'zod';
import { protectedProcedure, router } from '../trpc';
import { db } from '../db';
import { teams } from '../schema';
import { eq } from 'drizzle-orm';
export const teamRouter = router({
  rename: protectedProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => {
    await db.update(teams).set({ name: input.name }).where(eq(teams.id, input.id));
  }),
});
