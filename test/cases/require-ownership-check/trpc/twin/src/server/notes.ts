import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from './db';
import { ownNote } from './own';
import { notes } from './schema';
import { router, signedIn } from './trpc';
export const notesRouter = router({
  remove: signedIn.input(z.object({ id: z.string() })).mutation(async ({ input, ctx }) => {
    const note = await ownNote(input.id, ctx.user.id);
    await db.delete(notes).where(eq(notes.id, note.id));
  }),
});
