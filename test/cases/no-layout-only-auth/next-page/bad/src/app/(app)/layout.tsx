import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { validateRequest } from '@/lib/auth';

export default async function Layout({ children }: { children: ReactNode }) {
  const { user } = await validateRequest();
  if (!user) return redirect('/sign-in');
  return <section>{children}</section>;
}
