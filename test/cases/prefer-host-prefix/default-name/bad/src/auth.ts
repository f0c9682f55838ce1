import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const lucia = new Lucia(new BetterSqlite3Adapter(new Database('safe.db'), { user: 'u', session: 's' }), {}); // expect: prefer-host-prefix

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
