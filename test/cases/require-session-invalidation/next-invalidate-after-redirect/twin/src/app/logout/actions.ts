'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../auth';
import { getAuth } from '../../session';

export async function logout() {
  const { session } = await getAuth();
  if (!session) return redirect('/login');
  await lucia.invalidateSession(session.id);
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes);
  redirect('/login');
}
