import { Lucia } from 'lucia';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import { account, login } from './schema';
export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, login, account), {});
