import type { FastifyInstance } from 'fastify';
import { hash, verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { sameOrigin } from './same-origin';
import { sql } from './sql';

const decoy = hash(crypto.randomUUID());

export async function loginRoute(app: FastifyInstance) {
  app.post<{ Body: { email: string; password: string } }>(
    '/login',
    { preHandler: sameOrigin },
    async (request, reply) => {
      const { email, password } = request.body;
      const [user] = await sql`select id, password_hash from users where email = ${email}`;
      const right = await verify(user?.password_hash || (await decoy), password); // expect: require-login-throttling
      if (!user || !right) return reply.code(401).send({ message: 'Wrong e-mail or password' });
      const session = await lucia.createSession(user.id, {});
      return reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).code(204).send();
    },
  );
}
