import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
export default async function Items({ searchParams }: { searchParams: Promise<{ remove?: string }> }) {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const { remove } = await searchParams;
  if (remove) await prisma.item.deleteMany({ where: { id: remove, userId: user.id } }); // expect: no-get-state-change
  return <p>ok</p>;
}
