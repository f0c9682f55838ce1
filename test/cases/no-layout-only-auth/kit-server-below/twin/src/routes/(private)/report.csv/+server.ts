import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
export const GET = async ({ locals }) => {
  if (!locals.user) error(401);
  const rows = await prisma.payment.findMany({ where: { userId: locals.user.id } });
  return new Response(rows.map((r) => r.id).join('\n'));
};
