import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

export const pool = new Pool();
export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'agent', session: 'agent_session' }), {
  getSessionAttributes: (row) => ({ actingFor: row.acting_for }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { acting_for: string | null };
  }
}
