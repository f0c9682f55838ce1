'use server';

import { redirect, unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { db, notes } from '@/db';
import { signedInAction } from '@/lib/safe-action';

export const createNote = signedInAction
  .schema(z.object({ title: z.string().min(1).max(200) }))
  .action(async ({ parsedInput, ctx }) => {
    try {
      const [note] = await db
        .insert(notes)
        .values({ title: parsedInput.title, authorId: ctx.user.id })
        .returning({ id: notes.id });
      redirect(`/notes/${note!.id}`);
    } catch (problem) {
      unstable_rethrow(problem);
      console.error('The note could not be stored', problem);
      return { failure: 'The note could not be stored.' };
    }
  });
