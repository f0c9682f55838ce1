import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lucia } from './lucia';
import { prisma } from './prisma';
async function signedIn(request: FastifyRequest, reply: FastifyReply) {
  const { user } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (!user) return reply.code(401).send();
}
export default async function routes(app: FastifyInstance) {
  app.route({
    method: 'PUT',
    url: '/tenants/:id',
    preHandler: signedIn,
    handler: async (request) => {
      const { id } = request.params as { id: string };
      return prisma.tenant.update({ where: { id }, data: request.body as never });
    },
  });
}
