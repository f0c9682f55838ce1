import { Hono } from 'hono';
import { prisma } from './prisma';

export const routes = new Hono();
// routes.use('*', signedIn);
routes.patch('/company/:id', async (c) => { // expect: require-session-check
  const body = await c.req.json();
  return c.json(await prisma.company.update({ where: { id: c.req.param('id') }, data: { name: body.name } }));
});
