import { redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { cards: await prisma.card.findMany({ where: { ownerId: locals.user.id } }) };
};
export const actions = {
  remove: async ({ request }) => { // expect: no-layout-only-auth
    const form = await request.formData();
    await prisma.card.delete({ where: { id: String(form.get('id')) } });
  },
};
