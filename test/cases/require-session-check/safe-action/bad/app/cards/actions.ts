'use server';
import { z } from 'zod';
import { actionClient } from '@/lib/safe-action';
import { prisma } from '@/lib/prisma';
export const archiveCard = actionClient.schema(z.object({ id: z.string() })).action(async ({ parsedInput }) => { // expect: require-session-check
  await prisma.card.update({ where: { id: parsedInput.id }, data: { archived: true } });
});
