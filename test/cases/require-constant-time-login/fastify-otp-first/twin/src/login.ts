import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { hash, verify } from '@node-rs/argon2';
import { authenticator } from 'otplib';
import { db } from './db';
import { lucia } from './lucia';
import { users } from './schema';

const spare = await hash(crypto.randomUUID());

export async function loginRoutes(app: FastifyInstance) {
  app.post<{ Body: { email: string; password: string; code: string } }>('/login', async (request, reply) => {
    const { email, password, code } = request.body;
    const [user] = await db.select().from(users).where(eq(users.email, email)).limit(1);
    const right = await verify(user?.passwordHash || spare, password);
    if (!user || !right || !user.passwordHash) return reply.code(401).send({ error: 'Sign-in failed' });
    if (!authenticator.verify({ token: code, secret: process.env.SHARED_OTP_SECRET! })) {
      return reply.code(401).send({ error: 'Sign-in failed' });
    }
    const session = await lucia.createSession(user.id, {});
    reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return reply.send({ ok: true });
  });
}
