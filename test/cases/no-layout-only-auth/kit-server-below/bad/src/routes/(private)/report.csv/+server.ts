import { prisma } from '$lib/server/prisma';
export const GET = async () => { // expect: no-layout-only-auth
  const rows = await prisma.payment.findMany();
  return new Response(rows.map((r) => r.id).join('\n'));
};
