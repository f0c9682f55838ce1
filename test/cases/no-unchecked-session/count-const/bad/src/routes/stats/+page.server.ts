import { prisma } from '$lib/server/prisma';
export const load = async ({ locals }) => {
  const userId = locals.user?.id;
  const total = await prisma.order.count({ where: { userId, paid: true } }); // expect: no-unchecked-session
  return { total };
};
