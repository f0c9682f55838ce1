'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { lucia } from '../../server/lucia';

export async function revoke() {
  const session = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (session) await lucia.invalidateSession(session);
  revalidatePath('/settings');
}
