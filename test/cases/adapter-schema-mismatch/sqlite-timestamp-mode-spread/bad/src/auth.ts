import { createClient } from '@libsql/client';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { drizzle } from 'drizzle-orm/libsql';
import { Lucia } from 'lucia';
import { session, writer } from './db/schema';

const db = drizzle(createClient({ url: import.meta.env.DB_URL }));

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, session as never, writer), {
    sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
