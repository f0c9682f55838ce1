import type { FastifyInstance } from 'fastify';
import { OAuthService } from '../auth/oauth-service';
import { lucia } from '../auth/lucia';
import { pool } from '../auth/db';

const service = new OAuthService();

export async function githubRoutes(app: FastifyInstance) {
  app.get<{ Querystring: { code?: string; state?: string } }>('/callback', async (request, reply) => {
    const { code, state } = request.query;
    const expected = request.cookies.gh_state;
    if (!code || !state || !expected || expected !== state) return reply.code(400).send({ error: 'bad request' });
    const profile = await service.profileFor(code);
    const { rows } = await pool.query('SELECT id FROM auth_user WHERE github_id = $1', [profile.id]);
    if (!rows[0]) return reply.redirect('/signup');
    const session = await lucia.createSession(rows[0].id, {});
    reply.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return reply.redirect('/');
  });
}
