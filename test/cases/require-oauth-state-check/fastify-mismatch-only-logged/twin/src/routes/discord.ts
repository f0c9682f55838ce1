import type { FastifyPluginAsync } from 'fastify';
import { generateState } from 'arctic';
import { upsertMember } from '../members';

interface CallbackQuery {
  code?: string;
  state?: string;
  error?: string;
}

const discordRoutes: FastifyPluginAsync = async (app) => {
  app.get('/login/discord', async (_req, reply) => {
    const state = generateState();
    const target = await app.discord.createAuthorizationURL(state, { scopes: ['identify'] });
    return reply
      .setCookie('discord_state', state, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 })
      .redirect(target.toString());
  });

  app.get<{ Querystring: CallbackQuery }>('/login/discord/callback', async (req, reply) => {
    const expected = req.cookies.discord_state;
    const { code, state, error } = req.query;
    if (error) return reply.redirect('/login?cancelled=1');
    if (!code) return reply.code(400).send({ message: 'code is missing' });
    if (!expected || !state || expected !== state) {
      req.log.warn('discord state mismatch');
      return reply.code(400).send({ message: 'state mismatch' });
    }
    try {
      const { accessToken } = await app.discord.validateAuthorizationCode(code);
      const res = await fetch('https://discord.com/api/users/@me', {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      const profile = (await res.json()) as { id: string; username: string };
      const member = await upsertMember(profile.id, profile.username);
      const session = await app.lucia.createSession(member.id, {});
      return reply.header('set-cookie', app.lucia.createSessionCookie(session.id).serialize()).redirect('/');
    } catch (err) {
      req.log.error(err);
      return reply.code(502).send({ message: 'Discord could not be reached' });
    }
  });
};

export default discordRoutes;
