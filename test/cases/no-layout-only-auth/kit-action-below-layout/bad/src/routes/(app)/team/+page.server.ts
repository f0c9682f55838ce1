import { prisma } from '$lib/server/prisma';

export const actions = {
  invite: async ({ request }) => { // expect: no-layout-only-auth
    const data = await request.formData();
    await prisma.member.create({ data: { email: String(data.get('email')) } });
    return { ok: true };
  },
};
