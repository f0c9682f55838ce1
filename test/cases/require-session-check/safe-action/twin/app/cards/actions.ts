'use server';
import { z } from 'zod';
import { memberAction } from '@/lib/safe-action';
import { prisma } from '@/lib/prisma';
export const archiveCard = memberAction.schema(z.object({ id: z.string() })).action(async ({ parsedInput, ctx }) => {
  await prisma.card.updateMany({ where: { id: parsedInput.id, ownerId: ctx.user.id }, data: { archived: true } });
});
