'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '@/lib/auth';
import { checkCredentials } from '@/lib/users';
export async function signIn(_: unknown, form: FormData) {
  const user = await checkCredentials(form);
  if (!user) return { error: 'Wrong name or password' };
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  const target = form.get('returnTo')?.toString() || '/';
  redirect(target); // expect: no-open-redirect
}
