import { Lucia } from 'lucia';
import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { db } from './db';

export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'user', session: 'session' }), {
  sessionCookie: {
    attributes: { secure: import.meta.env.PROD },
  },
  getUserAttributes: (attributes) => ({ email: attributes.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string };
  }
}
