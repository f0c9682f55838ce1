import type lucia from './lucia';

declare module 'fastify' {
  interface FastifyInstance {
    lucia: typeof lucia;
  }
}
