import { cookies } from 'next/headers';
import { lucia } from './auth';
export async function hasSession() {
  return Boolean((await cookies()).get(lucia.sessionCookieName));
}
