import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db, Session, Singer } from './db';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, Session, Singer), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
  getUserAttributes: (row) => ({ voice: row.voice }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { voice: string };
  }
}
