import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const actions = {
  default: async ({ locals, request }) => {
    if (!locals.user) {
      fail(401, { message: 'no' }); // expect: no-unreturned-rejection
    }
    const form = await request.formData();
    await prisma.item.create({ data: { name: String(form.get('name')) } });
  },
};
