import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia, TimeSpan } from 'lucia';
import { Pool } from 'pg';
import { config } from '../config.js';

const pool = new Pool();

export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'grower', session: 'grower_session' }), {
  sessionExpiresIn: new TimeSpan(config.session.weeks, 'w'),
  sessionCookie: {
    name: config.session.cookie,
    attributes: { secure: process.env.NODE_ENV !== 'development' },
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
