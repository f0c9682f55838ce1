import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
export default async function Items({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const { q } = await searchParams;
  const items = await prisma.item.findMany({ where: { userId: user.id, name: q ?? '' } });
  return <p>{items.length}</p>;
}
