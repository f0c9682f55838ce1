'use server';
import { redirect } from 'next/navigation';
import { start } from '@/lib/start';
export async function login(form: FormData) {
  try {
    await start(form);
  } catch (e) {
    return { error: 'Something went wrong' };
  }
  redirect('/app');
}
