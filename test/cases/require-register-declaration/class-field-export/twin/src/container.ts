import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia, TimeSpan } from 'lucia';
import { Pool } from 'pg';

export const pool = new Pool();
const tables = { user: 'users', session: 'sessions' };

export const auth = new Lucia(new NodePostgresAdapter(pool, tables), {
  sessionExpiresIn: new TimeSpan(30, 'd'),
  getSessionAttributes: (row) => ({ country: row.country }),
});
