import fp from 'fastify-plugin';
import { Lucia } from 'lucia';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Discord } from 'arctic';
import { pool } from '../pool';

export default fp(async (app) => {
  const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'members', session: 'member_sessions' }));
  const discord = new Discord(app.config.DISCORD_ID, app.config.DISCORD_SECRET, app.config.DISCORD_CALLBACK);
  app.decorate('lucia', lucia);
  app.decorate('discord', discord);
});

declare module 'fastify' {
  interface FastifyInstance {
    lucia: Lucia;
    discord: Discord;
    config: Record<'DISCORD_ID' | 'DISCORD_SECRET' | 'DISCORD_CALLBACK', string>;
  }
}
