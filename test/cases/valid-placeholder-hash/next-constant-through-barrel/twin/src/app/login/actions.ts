'use server';

import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { Argon2id } from 'oslo/password';
import { auth, db, FALLBACK_HASH as decoy, users } from '../../server';

const hasher = new Argon2id();

export async function signIn(form: FormData) {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string') return { error: 'Invalid input' };
  const [row] = await db.select().from(users).where(eq(users.email, email));
  const ok = await hasher.verify(row?.passwordHash || decoy, password);
  if (!row || !row.passwordHash || !ok) return { error: 'Wrong e-mail or password' };
  const session = await auth.createSession(row.id, {});
  const cookie = auth.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
