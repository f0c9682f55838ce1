import { Lucia } from 'lucia';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import { people, visits } from './schema';
const adapter = new DrizzleSQLiteAdapter(db, people, visits); // expect: adapter-argument-order
export const lucia = new Lucia(adapter, {});
