import { eq } from 'drizzle-orm';
import { db } from './db';
import { members } from './schema';
export const memberById = async (id: string) => (await db.select().from(members).where(eq(members.id, id)))[0];
