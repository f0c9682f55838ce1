import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { pool } from './pool';

export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'agent', session: 'agent_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export class SessionService {
  static async lookUp(id: string) {
    const { user, session } = await lucia.validateSession(id);
    return user && session ? { userId: user.id, until: session.expiresAt } : null;
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
