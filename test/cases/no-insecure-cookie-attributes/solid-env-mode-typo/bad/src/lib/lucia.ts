import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { isLive } from './cookies';
import { db, sessions, growers } from './db';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, growers), {
  sessionCookie: {
    name: 'orchard',
    attributes: { sameSite: 'lax', secure: isLive }, // expect: no-insecure-cookie-attributes
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
