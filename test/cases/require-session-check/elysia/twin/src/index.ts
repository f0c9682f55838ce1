import { Elysia } from 'elysia';
import { auth } from './auth';
import { prisma } from './prisma';
export const app = new Elysia().use(auth).post('/books', async ({ body, user }) => {
  return prisma.book.create({ data: { ...body, ownerId: user.id } });
});
