import { cookies } from 'next/headers';
import { lucia } from './instance';

export async function startSession(userId: string, meta: { label: string }) {
  const session = await lucia.createSession(userId, meta);
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
}
