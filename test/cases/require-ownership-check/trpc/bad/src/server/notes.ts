import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { notes } from './schema';
import { router, signedIn } from './trpc';
export const notesRouter = router({
  remove: signedIn.input(z.object({ id: z.string() })).mutation(async ({ input }) => {
    await db.delete(notes).where(eq(notes.id, input.id)); // expect: require-ownership-check
  }),
});
