'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../auth';
export async function logout() {
  const jar = await cookies();
  const sid = jar.get(lucia.sessionCookieName)?.value;
  if (sid) await lucia.invalidateSession(sid);
  jar.delete(lucia.sessionCookieName); // expect: no-cookie-delete-on-logout
}
