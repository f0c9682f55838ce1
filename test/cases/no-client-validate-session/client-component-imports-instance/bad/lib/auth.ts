import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

export const lucia = new Lucia(new NodePostgresAdapter(new Pool(), { user: 'voter', session: 'voter_session' }), {
  sessionCookie: { name: 'poll_session', expires: false },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
