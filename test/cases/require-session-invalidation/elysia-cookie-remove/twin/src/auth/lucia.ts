import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from '../db';
import { players, playerSessions } from '../schema';

export const auth = new Lucia(new DrizzlePostgreSQLAdapter(db, playerSessions, players), {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
