import { Lucia } from 'lucia';
import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL!);

export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'users', session: 'sessions' }), {
  getUserAttributes: (row) => ({ email: row.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string };
  }
}
