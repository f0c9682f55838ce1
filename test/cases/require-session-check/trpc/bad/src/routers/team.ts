import { z } from 'zod';
import { publicProcedure, router } from '../trpc';
import { db } from '../db';
import { teams } from '../schema';
import { eq } from 'drizzle-orm';
export const teamRouter = router({
  rename: publicProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => { // expect: require-session-check
    await db.update(teams).set({ name: input.name }).where(eq(teams.id, input.id));
  }),
});
