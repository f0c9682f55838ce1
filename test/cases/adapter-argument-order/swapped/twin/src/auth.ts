import { Lucia } from 'lucia';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import { people, visits } from './schema';
const adapter = new DrizzleSQLiteAdapter(db, visits, people);
export const lucia = new Lucia(adapter, {});
