'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../auth';
export async function logout() {
  const jar = await cookies();
  const sid = jar.get(lucia.sessionCookieName)?.value ?? '';
  await lucia.invalidateSession(sid);
  const blank = lucia.createBlankSessionCookie();
  jar.set(blank.name, blank.value, blank.attributes);
}
