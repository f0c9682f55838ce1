import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const db = new Database('club.sqlite');
export const gate = new Lucia(new BetterSqlite3Adapter(db, { user: 'member', session: 'visit' }), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof gate;
  }
}
