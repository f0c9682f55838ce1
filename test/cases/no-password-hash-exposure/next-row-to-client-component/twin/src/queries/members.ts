import { prisma } from '@/lib/prisma';

export async function membersOf(slug: string, viewerId: string) {
  const team = await prisma.team.findFirst({
    where: { slug, members: { some: { id: viewerId } } },
    include: { members: { select: { id: true, name: true } } },
  });
  return team?.members;
}
