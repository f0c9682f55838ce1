import { redirect } from '@remix-run/node';
import { lucia } from '../lucia.server';
export async function action() {
  const headers = new Headers();
  headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize()); // expect: require-session-invalidation
  return redirect('/', { headers });
}
