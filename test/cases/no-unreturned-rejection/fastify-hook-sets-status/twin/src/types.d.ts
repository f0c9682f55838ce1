import type { User } from 'lucia';

declare module 'fastify' {
  interface FastifyRequest {
    operator: User | null;
  }
  interface FastifyContextConfig {
    public?: boolean;
  }
}
