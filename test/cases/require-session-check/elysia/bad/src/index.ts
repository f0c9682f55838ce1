import { Elysia } from 'elysia';
import { prisma } from './prisma';
export const app = new Elysia().post('/books', async ({ body }) => { // expect: require-session-check
  return prisma.book.create({ data: body });
});
