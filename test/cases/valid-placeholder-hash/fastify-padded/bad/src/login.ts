import type { FastifyInstance } from 'fastify';
import { prisma } from './db';
import { Hashing } from './hashing';
import { lucia } from './lucia';

const hashing = new Hashing();

export async function login(app: FastifyInstance) {
  app.post<{ Body: { email: string; password: string } }>('/login', async (request, reply) => {
    const user = await prisma.user.findUnique({ where: { email: request.body.email } });
    const ok = await hashing.matches(user?.passwordHash || Hashing.unknown, request.body.password);
    if (!user || !user.passwordHash || !ok) return reply.code(401).send({ error: 'Wrong e-mail or password' });
    const session = await lucia.createSession(user.id, {});
    reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return reply.send({ ok: true });
  });
}
