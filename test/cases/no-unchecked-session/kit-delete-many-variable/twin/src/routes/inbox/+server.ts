import { error, json } from '@sveltejs/kit';
import { prisma } from '$lib/server/auth';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ locals, url }) => {
  const olderThan = new Date(Number(url.searchParams.get('before')));
  if (!locals.user) error(401);
  const ownerId = locals.user.id;
  const { count } = await prisma.message.deleteMany({
    where: { ownerId, receivedAt: { lt: olderThan } },
  });
  return json({ count });
};
