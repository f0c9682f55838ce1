import fp from 'fastify-plugin';
import type { Session, User } from 'lucia';
import { lucia } from '../lucia';

export default fp(async (app) => {
  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request, reply) => {
    const cookie = lucia.readSessionCookie(request.headers.cookie ?? '');
    if (!cookie) return;
    const { session, user } = await lucia.validateSession(cookie);
    if (!session) {
      reply.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
      return;
    }
    if (session.fresh) reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    request.log = request.log.child({ userId: user.id, expiresAt: session.expiresAt });
    request.viewer = { user, session };
  });
});

declare module 'fastify' {
  interface FastifyRequest {
    viewer: { user: User; session: Session } | null;
  }
}
