import { prisma } from '@/lib/prisma';
import { withAuth, withErrors } from '@/lib/with-auth';
export const PATCH = withAuth(async (request, { params }) => {
  await prisma.coupon.update({ where: { id: (await params).id }, data: await request.json() });
  return new Response(null, { status: 204 });
});
export const DELETE = withErrors(async (_, { params }) => { // expect: require-session-check
  await prisma.coupon.delete({ where: { id: (await params).id } });
  return new Response(null, { status: 204 });
});
