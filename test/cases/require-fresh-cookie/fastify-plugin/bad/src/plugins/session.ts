import fp from 'fastify-plugin';
import { lucia } from '../lucia';

export default fp(async (app) => {
  app.decorateRequest('user', null);
  app.addHook('preHandler', async (request, reply) => {
    const id = request.cookies[lucia.sessionCookieName];
    if (!id) return;
    const { user, session } = await lucia.validateSession(id); // expect: require-fresh-cookie
    if (!session) {
      const blank = lucia.createBlankSessionCookie();
      reply.header('Set-Cookie', blank.serialize());
      return;
    }
    request.user = user;
  });
});
