import { prisma } from '$lib/server/prisma';
export const actions = {
  clear: async ({ locals }) => {
    await prisma.message.deleteMany({ where: { AND: [{ recipientId: locals.session?.userId }, { read: true }] } }); // expect: no-unchecked-session
  },
};
