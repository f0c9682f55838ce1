import fp from 'fastify-plugin';
import type { FastifyPluginAsync } from 'fastify';
import { lucia } from '../lucia.js';

const guard: FastifyPluginAsync = async (server) => {
  server.decorateRequest('operator', null);

  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.public) return;
    const sid = lucia.readSessionCookie(request.headers.cookie ?? '');
    const { user, session } = sid ? await lucia.validateSession(sid) : { user: null, session: null };
    if (session?.fresh) {
      reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    }
    if (!session) {
      reply.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
      reply.status(401); // expect: no-unreturned-rejection
    }
    request.operator = user;
  });
};

export default fp(guard, { name: 'guard' });
