'use server';
import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';
import { readViewer } from '@/lib/session';

export async function getViewer() {
  return readViewer(cookies().get(lucia.sessionCookieName)?.value);
}
