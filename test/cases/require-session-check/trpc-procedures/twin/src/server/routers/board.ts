import { z } from 'zod';
import { admin, closed, createRouter } from '../init';
import { prisma } from '../prisma';
export const board = createRouter({
  rename: admin.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => {
    await prisma.board.update({ where: { id: input.id }, data: { name: input.name } });
  }),
  mine: closed.input(z.object({ name: z.string() })).mutation(async ({ input, ctx: { user } }) => {
    await prisma.board.updateMany({ where: { ownerId: user.id }, data: { name: input.name } });
  }),
});
