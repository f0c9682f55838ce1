import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
export const load = async ({ locals }) => {
  const userId = locals.user?.id;
  if (!userId) error(401);
  const total = await prisma.order.count({ where: { userId, paid: true } });
  return { total };
};
