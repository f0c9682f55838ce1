import { prisma } from '@/lib/prisma';

export async function membersOf(slug: string, viewerId: string) {
  const team = await prisma.team.findFirst({
    where: { slug, members: { some: { id: viewerId } } },
    include: { members: true },
  });
  return team?.members;
}
