'use server';
import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';
import { checkPassword } from '@/lib/login';
export async function login(form: FormData) {
  const user = await checkPassword(form);
  const session = await lucia.createSession(user.id, { expiresAt: new Date(Date.now() + 1e12) }); // expect: no-untrusted-session-attributes
  const c = lucia.createSessionCookie(session.id);
  (await cookies()).set(c.name, c.value, c.attributes);
}
