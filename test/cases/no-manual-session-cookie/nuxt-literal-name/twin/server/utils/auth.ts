import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL!);
export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'guide', session: 'guide_session' }), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
