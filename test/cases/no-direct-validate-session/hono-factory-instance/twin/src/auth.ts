import { Lucia } from 'lucia';
import { D1Adapter } from '@lucia-auth/adapter-sqlite';

export function getAuth(env: { DB: D1Database }) {
  return new Lucia(new D1Adapter(env.DB, { user: 'users', session: 'sessions' }), {
    getUserAttributes: (row) => ({ email: row.email }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof getAuth>;
    DatabaseUserAttributes: { email: string };
  }
}
