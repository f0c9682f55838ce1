import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

export const sqlite = new Database('kiosk.db');
export const kioskAuth = new Lucia(new BetterSqlite3Adapter(sqlite, { user: 'clerk', session: 'clerk_session' }), {
  sessionCookie: { name: 'kiosk_session', attributes: { secure: !import.meta.dev } },
});

export function consumeHandoff(code: string): string | undefined {
  const row = sqlite
    .prepare('delete from handoff where code = ? and expires > unixepoch() returning clerk_id')
    .get(code) as { clerk_id: string } | undefined;
  return row?.clerk_id;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof kioskAuth;
  }
}
