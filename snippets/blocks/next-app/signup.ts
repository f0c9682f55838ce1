'use server';

import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { $lucia } from '#auth';
import { clientAddress } from '#clientAddress';
import { readEmail, readPassword } from '#credentials';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { createUser } from '#users';
import { sendVerificationMail } from '#verification';

export async function signup(form: FormData): Promise<void> {
  const email = readEmail(form.get('email'));
  const password = readPassword(form.get('password'));
  if (!email || !password) redirect('/signup?error=input');
  if (isThrottled(`signup:${await clientAddress()}`, 20)) redirect('/signup?error=throttled');

  const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  const passwordHash = await hashPassword(password);
  if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) redirect('/signup?error=used');
  await sendVerificationMail(userId, email);

  const session = await $lucia.createSession(userId, {});
  const cookie = $lucia.createSessionCookie(session.id);
  const store = await cookies();
  store.set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
