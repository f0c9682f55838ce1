'use server';

import { z } from 'zod';
import { db, people } from '@/server/db';
import { hashPassword } from '@/server/passwords';

const form = z.object({ email: z.string().email(), password: z.string().min(8).max(255) });

export async function signUp(_: unknown, data: FormData) {
  const input = form.safeParse(Object.fromEntries(data));
  if (!input.success) return { message: 'Check what you typed' };
  await db
    .insert(people)
    .values({ email: input.data.email, passwordHash: await hashPassword(input.data.password) })
    .onConflictDoNothing();
  return { message: 'Look into your inbox' };
}
