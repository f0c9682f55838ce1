import type { FastifyInstance } from 'fastify';
import { generateIdFromEntropySize } from 'lucia';
import { protect } from '../crypto/password';
import { database } from '../database';
import { lucia } from '../lucia';

export async function signUpRoutes(app: FastifyInstance) {
  app.post<{ Body: { email: string; password: string } }>(
    '/sign-up',
    { preHandler: [app.sameOrigin, app.rateLimit({ max: 5, timeWindow: '1 minute' })] },
    async (request, reply) => {
      const { email, password } = request.body;
      if (password.length < 8 || password.length > 200) return reply.code(400).send();
      const id = generateIdFromEntropySize(10);
      database.prepare('insert into user (id, email, secret) values (?, ?, ?)').run(id, email, await protect(password));
      const session = await lucia.createSession(id, {});
      return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).code(204).send();
    },
  );
}
