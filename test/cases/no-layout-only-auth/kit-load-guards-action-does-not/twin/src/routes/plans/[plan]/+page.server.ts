import { error, fail, redirect } from '@sveltejs/kit';
import { prisma } from '$lib/server/lucia';

export async function load({ locals, params }) {
  if (!locals.user) redirect(303, '/login');
  const plan = await prisma.plan.findFirst({ where: { id: params.plan, coachId: locals.user.id } });
  if (!plan) error(404, 'No such plan');
  return { plan };
}

export const actions = {
  addExercise: async ({ request, params, locals }) => {
    if (!locals.user) return fail(401);
    const plan = await prisma.plan.findFirst({ where: { id: params.plan, coachId: locals.user.id } });
    if (!plan) return fail(404);
    const form = await request.formData();
    const name = form.get('name');
    const sets = Number(form.get('sets'));
    if (typeof name !== 'string' || !Number.isInteger(sets)) return fail(400);
    await prisma.exercise.create({ data: { planId: params.plan, name, sets } });
    return { added: name };
  },
};
