import type { FastifyInstance } from 'fastify';
import { prisma } from './prisma';
export default async function routes(app: FastifyInstance) {
  app.route({
    method: 'PUT',
    url: '/tenants/:id',
    handler: async (request) => { // expect: require-session-check
      const { id } = request.params as { id: string };
      return prisma.tenant.update({ where: { id }, data: request.body as never });
    },
  });
}
