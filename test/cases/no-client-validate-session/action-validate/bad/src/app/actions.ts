'use server';
import { lucia } from '@/lib/auth';

export async function checkSession(token: string) { // expect: no-client-validate-session
  const { user } = await lucia.validateSession(token);
  return !!user;
}
