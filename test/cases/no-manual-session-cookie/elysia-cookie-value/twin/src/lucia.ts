import { Lucia } from 'lucia';
import { BunSQLiteAdapter } from '@lucia-auth/adapter-sqlite';
import { Database } from 'bun:sqlite';

export const database = new Database('app.sqlite');

export const lucia = new Lucia(new BunSQLiteAdapter(database, { user: 'user', session: 'session' }), {
  getUserAttributes: (row) => ({ email: row.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string };
  }
}
