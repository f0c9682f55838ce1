import fp from 'fastify-plugin';
import { lucia } from '../lucia';

export default fp(async (app) => {
  app.decorateRequest('user', null);
  app.addHook('preHandler', async (request, reply) => {
    const id = request.cookies[lucia.sessionCookieName];
    if (!id) return;
    const { user, session } = await lucia.validateSession(id);
    if (!session) {
      const blank = lucia.createBlankSessionCookie();
      reply.header('Set-Cookie', blank.serialize());
      return;
    }
    if (session.fresh) {
      reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    }
    request.user = user;
  });
});
