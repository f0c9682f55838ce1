import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db, sessions, growers } from './db';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, growers), {
  sessionCookie: {
    name: 'orchard',
    attributes: { sameSite: 'lax', secure: process.env.NODE_ENV === 'production' },
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
