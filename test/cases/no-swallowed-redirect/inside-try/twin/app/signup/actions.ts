'use server';
import { redirect } from 'next/navigation';
import { isRedirectError } from 'next/dist/client/components/redirect';
import { createAccount } from '@/lib/users';
export async function register(form: FormData) {
  try {
    await createAccount(form);
    redirect('/welcome');
  } catch (error) {
    if (isRedirectError(error)) throw error;
    return { error: 'Something went wrong' };
  }
}
