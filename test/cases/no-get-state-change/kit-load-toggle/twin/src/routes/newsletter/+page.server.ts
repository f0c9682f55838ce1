import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    await prisma.user.update({ where: { id: locals.user.id }, data: { plan: String(form.get('plan')) } });
  },
};
