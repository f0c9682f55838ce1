import { redirect } from 'next/navigation';
import { currentSession } from '@/lib/current';
export default async function TeamLayout({ children }: { children: React.ReactNode }) {
  const { user } = await currentSession();
  if (!user) redirect('/sign-in');
  return <main>{children}</main>;
}
