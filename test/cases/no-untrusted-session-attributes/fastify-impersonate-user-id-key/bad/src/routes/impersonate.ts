import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../lucia.js';

async function supervisor(request: FastifyRequest, reply: FastifyReply) {
  if (!verifyRequestOrigin(request.headers.origin ?? '', [request.headers.host ?? ''])) return reply.code(403).send();
  const { user } = await lucia.validateSession(lucia.readSessionCookie(request.headers.cookie ?? '') ?? '');
  if (!user) return reply.code(401).send();
  request.agentId = user.id;
}

export async function impersonate(app: FastifyInstance) {
  app.post<{ Params: { customer: string } }>(
    '/impersonate/:customer',
    { preHandler: supervisor },
    async (request, reply) => {
      const session = await lucia.createSession(request.agentId, {
        user_id: request.params.customer, // expect: no-untrusted-session-attributes
      });
      reply.header('set-cookie', lucia.createSessionCookie(session.id).serialize());
      return { actingFor: request.params.customer };
    },
  );
}
