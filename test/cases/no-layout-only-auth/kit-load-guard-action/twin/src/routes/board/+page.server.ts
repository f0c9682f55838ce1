import { fail, redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { cards: await prisma.card.findMany({ where: { ownerId: locals.user.id } }) };
};
export const actions = {
  remove: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    await prisma.card.delete({ where: { id: String(form.get('id')), ownerId: locals.user.id } });
  },
};
