import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

const adapter = new BetterSqlite3Adapter(new Database('app.db'), { user: 'user', session: 'session' });

export const lucia = new Lucia(adapter, {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
  getUserAttributes: (row) => ({ handle: row.handle }),
});
