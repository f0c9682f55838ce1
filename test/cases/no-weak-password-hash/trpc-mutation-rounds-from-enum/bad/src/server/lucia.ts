import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessions, users } from './db/schema';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users));
