import type { FastifyInstance } from 'fastify';
import { lucia } from './lucia';
export async function logout(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    const id = lucia.readSessionCookie(request.headers.cookie ?? '');
    if (id) await lucia.invalidateSession(id);
    const blank = lucia.createBlankSessionCookie();
    reply.setCookie(blank.name, blank.value, blank.attributes);
    return reply.redirect('/');
  });
}
