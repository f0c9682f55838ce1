import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessions, gardeners } from './schema';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, gardeners), {
  sessionCookie: { attributes: { secure: import.meta.env.PROD } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
