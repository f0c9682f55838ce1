import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
export const actions = {
  clear: async ({ locals }) => {
    if (!locals.session) return fail(401);
    await prisma.message.deleteMany({ where: { AND: [{ recipientId: locals.session.userId }, { read: true }] } });
  },
};
