import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';
import { sessionCookie } from './options';

export const makeAuth = (db: D1Database) =>
  new Lucia(new D1Adapter(db, { user: 'user', session: 'session' }), {
    sessionCookie,
    getUserAttributes: ({ email }) => ({ email }),
  });

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeAuth>;
    DatabaseUserAttributes: { email: string };
  }
}
