import { prisma } from '@/lib/prisma';
import { withAuth, withErrors } from '@/lib/with-auth';
export const PATCH = withErrors(
  withAuth(async (request, { params }) => {
    await prisma.coupon.update({ where: { id: (await params).id }, data: await request.json() });
    return new Response(null, { status: 204 });
  }),
);
const remove = withAuth(async (_, { params }) => {
  await prisma.coupon.delete({ where: { id: (await params).id } });
  return new Response(null, { status: 204 });
});
export { remove as DELETE };
