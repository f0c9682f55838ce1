'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../auth/lucia';
import { currentSession } from '../../auth/session';

export async function signOut() {
  const { session } = await currentSession();
  if (!session) redirect('/login');
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes); // expect: require-session-invalidation
  redirect('/login');
}
