'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';
import { validateRequest } from '@/lib/session';

export async function logout(): Promise<void> {
  const { session } = await validateRequest();
  if (!session) redirect('/login');

  await lucia.invalidateSession(session.id);
  const cookie = lucia.createBlankSessionCookie();
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/login');
}
