import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { dev } from '$app/environment';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessions, employees } from './schema';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, employees), {
  sessionCookie: { attributes: { secure: !dev } },
  getUserAttributes: (e) => ({ name: e.name }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { name: string };
  }
}
