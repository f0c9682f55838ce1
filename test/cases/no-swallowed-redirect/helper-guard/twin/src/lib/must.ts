import { redirect } from 'next/navigation';
export function toLogin(): never {
  redirect('/login');
}
