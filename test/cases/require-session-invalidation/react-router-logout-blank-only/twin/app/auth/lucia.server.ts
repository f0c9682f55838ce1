import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from '../db/client.server';
import { readers, readerSessions } from '../db/tables.server';

const lucia = new Lucia(new DrizzleSQLiteAdapter(db, readerSessions, readers), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});

export default lucia;

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
