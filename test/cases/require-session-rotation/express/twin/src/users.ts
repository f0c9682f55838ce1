import { eq } from 'drizzle-orm';
import { lucia } from './auth';
import { db } from './db';
import { users } from './schema';
export async function saveHash(id: string, passwordHash: string) {
  await db.update(users).set({ passwordHash }).where(eq(users.id, id));
  await lucia.invalidateUserSessions(id);
}
