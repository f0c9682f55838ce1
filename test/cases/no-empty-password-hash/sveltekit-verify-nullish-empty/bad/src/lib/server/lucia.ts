import { dev } from '$app/environment';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { sessionTable, userTable } from './schema';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessionTable, userTable), {
  sessionCookie: { attributes: { secure: !dev } },
});
