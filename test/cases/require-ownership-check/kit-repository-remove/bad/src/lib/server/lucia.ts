import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessions, users } from './tables';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, users), {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
