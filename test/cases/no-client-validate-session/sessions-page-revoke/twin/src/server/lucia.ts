import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessions, users } from './schema';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
