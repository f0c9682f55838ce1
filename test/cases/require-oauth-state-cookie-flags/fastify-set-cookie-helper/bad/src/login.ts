import { generateState, GitLab } from 'arctic';
import type { FastifyInstance } from 'fastify';
import { putShortCookie } from './cookies';

const gitlab = new GitLab('https://gitlab.com', process.env.GL_ID!, process.env.GL_SECRET!, process.env.GL_CALLBACK!);

export async function login(app: FastifyInstance) {
  app.get('/login/gitlab', async (_request, reply) => {
    const state = generateState();
    putShortCookie(reply, 'gl_state', state);
    return reply.redirect(gitlab.createAuthorizationURL(state, ['read_user']).toString());
  });
}
