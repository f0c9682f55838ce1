'use server';
import { redirect } from 'next/navigation';
import { createAccount } from '@/lib/users';
export async function register(form: FormData) {
  try {
    await createAccount(form);
    redirect('/welcome'); // expect: no-swallowed-redirect
  } catch (error) {
    console.error('sign-up failed');
    return { error: 'Something went wrong' };
  }
}
