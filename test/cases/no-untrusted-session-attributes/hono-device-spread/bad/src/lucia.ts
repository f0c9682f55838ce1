import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { riders, riderSessions } from './tables';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, riderSessions, riders), {
  getSessionAttributes: (s) => ({ device: s.device }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { device: string | null; ip: string | null };
  }
}
