import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  invite: async ({ request, locals }) => {
    if (!locals.session) return fail(401);
    const data = await request.formData();
    await prisma.member.create({ data: { email: String(data.get('email')) } });
    return { ok: true };
  },
};
