import type { FastifyPluginAsync } from 'fastify';
import { prisma } from '../prisma';
const routes: FastifyPluginAsync = async (app) => {
  app.post('/projects', { preHandler: [app.authenticate] }, async (request) => {
    return prisma.project.create({ data: { name: request.body.name, ownerId: request.user.id } });
  });
  app.delete('/projects/:id', async (request, reply) => { // expect: require-session-check
    await prisma.project.delete({ where: { id: request.params.id } });
    return reply.code(204).send();
  });
};
export default routes;
