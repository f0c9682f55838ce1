import { z } from 'zod';
import { prisma } from './lucia';
import { router, signedIn } from './trpc';

export const notes = router({
  mine: signedIn.query(({ ctx }) => prisma.note.findMany({ where: { authorId: ctx.user.id } })),
  remove: signedIn.input(z.object({ noteId: z.string().cuid() })).mutation(async ({ input, ctx }) => {
    await prisma.note.delete({ where: { id: input.noteId } }); // expect: require-ownership-check
    return { removed: input.noteId };
  }),
});
