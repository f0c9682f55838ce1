import type { FastifyInstance } from 'fastify';
import { Argon2id } from 'oslo/password';
import { lucia } from './lucia';
import { pool } from './db';

const argon2id = new Argon2id();
const standIn = await argon2id.hash(crypto.randomUUID());

export async function login(app: FastifyInstance) {
  app.post<{ Body: { email: string; password: string } }>('/login', async (request, reply) => {
    const { rows } = await pool.query('SELECT id, password_hash FROM auth_user WHERE email = $1', [request.body.email]);
    const account = rows.at(0);
    const allowed = (await argon2id.verify(account?.password_hash || standIn, request.body.password)) && account?.password_hash;
    if (!allowed) return reply.code(401).send({ error: 'Wrong e-mail or password' });
    const session = await lucia.createSession(account.id, {});
    reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return reply.send({ ok: true });
  });
}
