import { cookies } from 'next/headers';
import { auth } from './auth';

export async function startSession(id: string) {
  const jar = await cookies();
  const { name, value, attributes } = auth.createSessionCookie(id);
  jar.set(name, value, attributes);
  jar.set('theme', 'dark', { path: '/' });
}
