import { redirect } from '@solidjs/router';
import { getCookie } from 'vinxi/http';
import { lucia } from './auth';
export async function viewer() {
  const id = getCookie(lucia.sessionCookieName);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) throw redirect('/login');
  return user;
}
