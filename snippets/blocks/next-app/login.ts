'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { $lucia } from '#auth';
import { clientAddress } from '#clientAddress';
import { readEmail, readPassword } from '#credentials';
import { dummyHash, verifyPassword } from '#password';
import { $validateRequest } from '#session';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

export async function login(form: FormData): Promise<void> {
  const email = readEmail(form.get('email'));
  const password = readPassword(form.get('password'));
  if (!email || !password) redirect('/login?error=credentials');
  if (isThrottled(`login:${await clientAddress()}`, 50) || isThrottled(`login:${email}`, 10)) {
    redirect('/login?error=throttled');
  }

  // One verify for every request: an unknown address costs as much time as a wrong password.
  const user = await findUserByEmail(email);
  const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
  if (!user || !user.passwordHash || !valid) redirect('/login?error=credentials');

  const previous = await $validateRequest();
  if (previous.session) await $lucia.invalidateSession(previous.session.id);
  const session = await $lucia.createSession(user.id, {});
  const cookie = $lucia.createSessionCookie(session.id);
  const store = await cookies();
  store.set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
