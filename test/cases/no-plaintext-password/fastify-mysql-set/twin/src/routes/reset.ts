import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { connection } from '../db';
import { lucia } from '../lucia';
import { toDigest } from '../crypto';

export async function resetRoutes(app: FastifyInstance) {
  app.post<{ Body: { token: string; password: string } }>('/reset', async (request, reply) => {
    const { token, password } = request.body;
    if (typeof password !== 'string' || password.length < 8 || password.length > 255) {
      return reply.code(400).send({ error: 'invalid password' });
    }
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const [rows] = await connection.execute('SELECT user_id FROM reset_token WHERE hash = ? AND expires_at > NOW()', [tokenHash]);
    const match = (rows as { user_id: string }[])[0];
    if (!match) return reply.code(400).send({ error: 'invalid token' });
    await connection.execute('DELETE FROM reset_token WHERE hash = ?', [tokenHash]);
    await lucia.invalidateUserSessions(match.user_id);
    await connection.execute('UPDATE user SET password = ? WHERE id = ?', [await toDigest(password), match.user_id]);
    return reply.send({ ok: true });
  });
}
