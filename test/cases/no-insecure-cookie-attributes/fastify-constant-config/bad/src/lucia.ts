import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';
import { settings } from './config';

export const pool = new Pool();

export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'auth_user', session: 'user_session' }), {
  sessionCookie: {
    attributes: { secure: settings.httpsOnly }, // expect: no-insecure-cookie-attributes
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
