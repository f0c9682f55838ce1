import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessions } from './schema';

/** Removes the row, so that the id is worth nothing any more. */
export async function endSession(id: string) {
  await db.delete(sessions).where(eq(sessions.id, id));
}
