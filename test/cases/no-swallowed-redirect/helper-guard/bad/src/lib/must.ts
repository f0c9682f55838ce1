import { redirect } from 'next/navigation';
import { validateRequest } from './auth';
export async function mustBeSignedIn() {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  return user;
}
export function toLogin(): never {
  redirect('/login');
}
