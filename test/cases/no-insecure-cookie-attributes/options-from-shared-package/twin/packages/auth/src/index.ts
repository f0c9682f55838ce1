import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import postgres from 'postgres';
import { sessionCookie } from './cookie';

const sql = postgres(process.env.DATABASE_URL!);

export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'auth_user', session: 'auth_session' }), {
  sessionCookie,
  getUserAttributes: ({ email }) => ({ email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string };
  }
}
