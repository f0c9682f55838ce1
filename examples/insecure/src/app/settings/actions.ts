'use server';

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { redirect } from 'next/navigation';
import { db } from '@/db';
import { userTable } from '@/db/schema';
import { lucia } from '@/lib/auth';
import { signIn, validateRequest } from '@/lib/session';

export async function changePassword(form: FormData): Promise<void> {
  const { user } = await validateRequest();
  if (!user) redirect('/login');

  const password = form.get('password');
  if (typeof password !== 'string' || password.length < 8 || password.length > 255) redirect('/settings?error=length');

  const passwordHash = createHash('sha256').update(password).digest('hex');
  await db.update(userTable).set({ passwordHash }).where(eq(userTable.id, user.id));
  await lucia.invalidateUserSessions(user.id);

  await signIn(user.id);
  redirect('/settings');
}
