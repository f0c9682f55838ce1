'use server';

import { redirect } from 'next/navigation';
import { checkPassword, dummyHash } from '@/lib/password';
import { signIn } from '@/lib/session';
import { findUserByEmail } from '@/lib/users';

export async function login(form: FormData): Promise<void> {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string') redirect('/login?error=invalid');

  const user = await findUserByEmail(email);
  const valid = await checkPassword(user?.passwordHash || dummyHash, password);
  if (!user || !user.passwordHash || !valid) redirect('/login?error=invalid');

  await signIn(user.id);
  redirect('/notes');
}
