import { Lucia } from 'lucia';
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { sessions, users } from '../database/schema';

export const lucia = new Lucia(new DrizzleSQLiteAdapter(useDb(), sessions, users), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});
