'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { start } from '@/lib/start';
export async function login(form: FormData) {
  await start(form);
  const back = (await cookies()).get('return_to')?.value ?? '/';
  redirect(back); // expect: no-open-redirect
}
