import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const db = new Database('quotes.db');
export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'seller', session: 'seller_session' }), {
  sessionCookie: { expires: false },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
