import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function rememberSession(id: string) {
  const cookie = lucia.createSessionCookie(id);
  const jar = await cookies();
  jar.set(cookie.name, cookie.value, {
    ...cookie.attributes,
    httpOnly: true,
    path: '/',
  });
  jar.set('has_account', '1', { httpOnly: false, path: '/' });
}
