import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia, TimeSpan } from 'lucia';

const adapter = new BetterSqlite3Adapter(new Database('site.db'), { user: 'user', session: 'session' });

export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(2, 'w'),
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});
