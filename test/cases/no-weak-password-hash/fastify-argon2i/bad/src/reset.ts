import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { prisma } from './db';
import { lucia } from './lucia';
import { protect } from './password';

export async function reset(app: FastifyInstance) {
  app.post<{ Body: { token: string; password: string } }>('/reset', async (request, reply) => {
    const tokenHash = createHash('sha256').update(request.body.token).digest('hex');
    const token = await prisma.resetToken.delete({ where: { tokenHash } }).catch(() => null);
    if (!token || token.expiresAt < new Date()) return reply.code(400).send({ error: 'invalid token' });
    await lucia.invalidateUserSessions(token.userId);
    await prisma.user.update({ where: { id: token.userId }, data: { passwordHash: await protect(request.body.password) } });
    return reply.send({ ok: true });
  });
}
