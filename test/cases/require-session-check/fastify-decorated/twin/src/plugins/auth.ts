import fp from 'fastify-plugin';
import { lucia } from '../lucia';
export default fp(async (app) => {
  app.decorateRequest('user', null);
  app.addHook('onRequest', async (request) => {
    const id = lucia.readSessionCookie(request.headers.cookie ?? '');
    request.user = id ? (await lucia.validateSession(id)).user : null;
  });
  app.decorate('authenticate', async (request, reply) => {
    if (!request.user) return reply.code(401).send({ error: 'unauthorized' });
  });
});
