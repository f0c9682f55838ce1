import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const lucia = new Lucia(
  new BetterSqlite3Adapter(new Database('ballot.db'), { user: 'voter', session: 'voter_session' }),
  { sessionCookie: { name: '__Host-ballot', attributes: { secure: true, path: '/' } } },
);

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
