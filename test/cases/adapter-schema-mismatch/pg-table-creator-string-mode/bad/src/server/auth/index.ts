import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from '@/server/db';
import { sessions, users } from '@/server/db/schema';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions as any, users), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
