import { eq } from 'drizzle-orm';
import { db } from './db';
import { users } from './schema';
export const saveHash = (id: string, passwordHash: string) => db.update(users).set({ passwordHash }).where(eq(users.id, id));
