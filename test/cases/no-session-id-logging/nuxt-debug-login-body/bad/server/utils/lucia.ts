import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

export const lucia = new Lucia(new BetterSqlite3Adapter(database, { user: 'users', session: 'sessions' }), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});
