'use server';

import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '../../server/auth';
import { db } from '../../server/db';
import { users } from '../../server/schema';
import { passwordMatches, placeholder } from '../../server/passwords';

export async function login(_: unknown, form: FormData) {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string') return { error: 'Invalid input' };
  const account = await db.query.users.findFirst({ where: eq(users.email, email) });
  const ok = await passwordMatches(account?.passwordHash || (await placeholder), password);
  if (!account?.passwordHash || !ok) return { error: 'Wrong e-mail or password' };
  const session = await auth.createSession(account.id, {});
  const cookie = auth.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
