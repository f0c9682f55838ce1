import type { FastifyPluginAsync } from 'fastify';
import { prisma } from '../prisma';
const routes: FastifyPluginAsync = async (app) => {
  app.addHook('preHandler', app.authenticate);
  app.post('/projects', async (request) => {
    return prisma.project.create({ data: { name: request.body.name } });
  });
  app.delete('/projects/:id', { onRequest: app.authenticate }, async (request, reply) => {
    await prisma.project.deleteMany({ where: { id: request.params.id, ownerId: request.user.id } });
    return reply.code(204).send();
  });
};
export default routes;
