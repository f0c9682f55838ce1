import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const db = new Database('cellar.db');
export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'owner', session: 'owner_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
