import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';
import { publicPart } from './shape';
import { signedIn } from './signed-in';
const prisma = new PrismaClient();
export const me = new Hono().use(signedIn);
me.get('/me', async (c) => {
  const account = await prisma.user.findUniqueOrThrow({ where: { id: c.get('user').id } });
  return c.json({ account: publicPart(account) });
});
