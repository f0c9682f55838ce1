import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { dev } from '$app/environment';
import { db } from './db';
import { sessionTable, userTable } from './schema';

export const auth = new Lucia(new DrizzleSQLiteAdapter(db, sessionTable, userTable), {
  sessionCookie: { attributes: { secure: !dev } },
  getUserAttributes: (attributes) => ({ name: attributes.name }),
});
