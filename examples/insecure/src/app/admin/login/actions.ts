'use server';

import { redirect } from 'next/navigation';
import { verify } from '@node-rs/argon2';
import { signIn } from '@/lib/session';
import { findUserByEmail } from '@/lib/users';

export async function adminLogin(form: FormData): Promise<void> {
  const email = String(form.get('email'));
  const password = String(form.get('password'));

  const admin = await findUserByEmail(email);
  const valid = admin?.passwordHash
    ? await verify(admin.passwordHash, password)
    : await verify('$argon2id$v=19$m=19456,t=2,p=1$placeholder$placeholder', password);
  if (!admin || !valid || admin.role !== 'admin') redirect('/admin/login?error=invalid');

  await signIn(admin.id);
  redirect('/notes');
}
