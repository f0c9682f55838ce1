import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { useDb, tables } from './drizzle';

export const guardian = new Lucia(new DrizzleSQLiteAdapter(useDb(), tables.sessions, tables.cooks), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
  getUserAttributes: ({ nick }) => ({ nick }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof guardian;
    DatabaseUserAttributes: { nick: string };
  }
}
