import type { FastifyInstance } from 'fastify';
import { check } from './users';
import { startSession } from './start';
import { lucia } from './auth';
export async function routes(app: FastifyInstance) {
  app.post('/login', async (request, reply) => {
    const user = await check(request.body);
    if (!user) return reply.code(401).send();
    const session = await startSession(user.id);
    const cookie = lucia.createSessionCookie(session.id);
    reply.setCookie(cookie.name, cookie.value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
    return { ok: true };
  });
}
