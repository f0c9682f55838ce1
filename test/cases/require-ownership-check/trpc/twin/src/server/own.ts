import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { notes } from './schema';
export async function ownNote(id: string, userId: string) {
  const [note] = await db.select().from(notes).where(eq(notes.id, id));
  if (note?.authorId !== userId) throw new TRPCError({ code: 'NOT_FOUND' });
  return note;
}
