import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';
import { db } from '@/db';

export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'listener', session: 'listener_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { label: string };
  }
}
