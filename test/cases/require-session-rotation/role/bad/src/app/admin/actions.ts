'use server';
import { eq } from 'drizzle-orm';
import { validateRequest } from '@/lib/auth';
import { db } from '@/lib/db';
import { users } from '@/lib/schema';
export async function promote(id: string) {
  const { user } = await validateRequest();
  if (user?.role !== 'admin') throw new Error('no');
  await db.update(users).set({ role: 'moderator' }).where(eq(users.id, id)); // expect: require-session-rotation
}
