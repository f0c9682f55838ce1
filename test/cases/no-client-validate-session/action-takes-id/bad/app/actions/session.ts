'use server';
import { lucia } from '@/lib/auth';

export async function getViewer(token: string | undefined) {
  if (!token) return null;
  const { user } = await lucia.validateSession(token); // expect: no-client-validate-session
  return user;
}
