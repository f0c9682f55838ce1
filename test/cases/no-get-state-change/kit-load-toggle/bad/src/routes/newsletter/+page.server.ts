import { error } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';

export const load = async ({ url, locals }) => {
  if (!locals.user) error(401);
  if (url.searchParams.has('plan')) {
    await prisma.user.update({ where: { id: locals.user.id }, data: { plan: url.searchParams.get('plan') } }); // expect: no-get-state-change
  }
  return {};
};
