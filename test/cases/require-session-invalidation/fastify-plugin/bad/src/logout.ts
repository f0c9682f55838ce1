import type { FastifyInstance } from 'fastify';
import { lucia } from './lucia';
export async function logout(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    const blank = lucia.createBlankSessionCookie();
    reply.setCookie(blank.name, blank.value, blank.attributes); // expect: require-session-invalidation
    return reply.redirect('/');
  });
}
