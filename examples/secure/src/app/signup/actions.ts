'use server';

import { generateIdFromEntropySize } from 'lucia';
import { redirect } from 'next/navigation';
import { db } from '@/db';
import { userTable } from '@/db/schema';
import { hashPassword } from '@/lib/password';
import { signIn } from '@/lib/session';

export async function signup(form: FormData): Promise<void> {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string') redirect('/signup?error=invalid');
  if (password.length < 8 || password.length > 255) redirect('/signup?error=length');

  const id = generateIdFromEntropySize(10);
  await db.insert(userTable).values({ id, email, passwordHash: await hashPassword(password) });

  await signIn(id);
  redirect('/notes');
}
