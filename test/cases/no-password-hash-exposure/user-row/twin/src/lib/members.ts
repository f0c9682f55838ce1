import { eq } from 'drizzle-orm';
import { db } from './db';
import { members } from './schema';
const shown = { id: members.id, name: members.name };
export const memberById = async (id: string) => (await db.select(shown).from(members).where(eq(members.id, id)))[0];
