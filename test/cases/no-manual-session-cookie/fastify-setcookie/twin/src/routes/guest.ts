import type { FastifyInstance } from 'fastify';
import { generateIdFromEntropySize } from 'lucia';
import { pool } from '../auth/db';
import { SessionStarter } from '../auth/start';

const starter = new SessionStarter();

export async function guest(app: FastifyInstance) {
  app.post('/guest', async (_request, reply) => {
    const id = generateIdFromEntropySize(10);
    await pool.query('INSERT INTO auth_user (id) VALUES ($1)', [id]);
    await starter.start(reply, id);
    starter.rememberDevice(reply, crypto.randomUUID());
    return reply.code(201).send({ ok: true });
  });
}
