import { Lucia } from 'lucia';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from '../db/client';
import { sessions, users } from '../db/schema';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users), {
  sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
});
