import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

export const pool = new Pool();
export const auth = new Lucia(new NodePostgresAdapter(pool, { user: 'bidder', session: 'bidder_session' }));

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
