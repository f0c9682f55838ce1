'use server';

import { currentUser, prisma } from '#/auth';
import { z } from 'zod';
import { createServerAction, ZSAError } from 'zsa';

export const archiveFinished = createServerAction()
  .input(z.object({ before: z.coerce.date() }))
  .handler(async ({ input }) => {
    const me = await currentUser();
    if (!me) throw new ZSAError('NOT_AUTHORIZED');
    const { count } = await prisma.habit.updateMany({
      where: { finishedAt: { lt: input.before } },
      data: { archived: true },
    });
    return { count };
  });
