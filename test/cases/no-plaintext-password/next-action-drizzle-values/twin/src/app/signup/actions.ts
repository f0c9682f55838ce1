'use server';

import { generateIdFromEntropySize } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { db } from '../../server/db';
import { lucia } from '../../server/auth';
import { users } from '../../server/schema';
import { seal } from '../../server/password';

export async function createAccount(_prev: unknown, data: FormData) {
  const { email, password } = Object.fromEntries(data) as Record<string, FormDataEntryValue | undefined>;
  if (typeof email !== 'string' || typeof password !== 'string') return { error: 'Invalid input' };
  if (password.length < 8 || password.length > 255) return { error: 'Choose 8 to 255 characters' };
  const id = generateIdFromEntropySize(10);
  const passwordHash = await seal(password);
  await db.insert(users).values({ id, email, passwordHash });
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
