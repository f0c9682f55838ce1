'use server';

import { redirect } from 'next/navigation';
//#if !next14
import { after } from 'next/server';
//#endif
import { $lucia } from '#auth';
import { clientAddress } from '#clientAddress';
import { readEmail, readPassword } from '#credentials';
import { hashPassword } from '#password';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';
import { redeemToken } from '#tokens';
import { markEmailVerified, setPasswordHash } from '#users';

export async function requestReset(form: FormData): Promise<void> {
  const email = readEmail(form.get('email'));
  if (email && !isThrottled(`reset:${await clientAddress()}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // After the answer: its time must not tell whether the address is known.
    //#if next14
    //: void sendResetMail(email);
    //#else
    after(() => sendResetMail(email));
    //#endif
  }
  redirect('/forgot-password?sent=1');
}

export async function resetPassword(form: FormData): Promise<void> {
  const token = form.get('token');
  const password = readPassword(form.get('password'));
  if (typeof token !== 'string') redirect('/forgot-password');
  if (!password) redirect(`/reset-password?error=input&token=${encodeURIComponent(token)}`);
  const userId = await redeemToken(token, 'reset-password');
  if (!userId) redirect('/reset-password?error=link');

  const passwordHash = await hashPassword(password);
  await $lucia.invalidateUserSessions(userId);
  await setPasswordHash(userId, passwordHash);
  // Whoever has the link reads the mail of this address.
  await markEmailVerified(userId);
  redirect('/login');
}
