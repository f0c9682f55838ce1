import { z } from 'zod';
import { closed, createRouter, open } from '../init';
import { prisma } from '../prisma';
export const board = createRouter({
  create: closed.input(z.object({ name: z.string() })).mutation(({ ctx, input }) => prisma.board.create({ data: { name: input.name, ownerId: ctx.user.id } })),
  rename: open.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => { // expect: require-session-check
    await prisma.board.update({ where: { id: input.id }, data: { name: input.name } });
  }),
});
