import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import { pool } from './db';

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'player', session: 'player_session' }), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
