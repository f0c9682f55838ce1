import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

export function initializeLucia(database: D1Database) {
  return new Lucia(new D1Adapter(database, { user: 'user', session: 'session' }), {
    getUserAttributes: (row) => ({ email: row.email }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof initializeLucia>;
    DatabaseUserAttributes: { email: string };
  }
}
