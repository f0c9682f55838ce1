'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../auth';
import { getAuth } from '../../session';

export async function logout() {
  const { session } = await getAuth();
  if (!session) return redirect('/login');
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes); // expect: require-session-invalidation
  redirect('/login');
  await lucia.invalidateSession(session.id);
}
