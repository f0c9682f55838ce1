import type { FastifyReply, FastifyRequest } from 'fastify';
import { verifyRequestOrigin } from 'lucia';

export async function sameOrigin(request: FastifyRequest, reply: FastifyReply) {
  const { origin, host } = request.headers;
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return reply.code(403).send();
}
