'use server';
import { validateRequest } from '@/lib/auth';

export async function checkSession() {
  const { user } = await validateRequest();
  return !!user;
}
