'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { start } from '@/lib/start';
const PLACES = new Map([['inbox', '/inbox'], ['home', '/']]);
export async function login(form: FormData) {
  await start(form);
  const back = (await cookies()).get('return_to')?.value ?? 'home';
  redirect(PLACES.get(back) ?? '/');
}
