import { LibSQLAdapter } from '@lucia-auth/adapter-sqlite';
import { createClient } from '@libsql/client';
import { Lucia } from 'lucia';

export const client = createClient({ url: process.env.TURSO_URL!, authToken: process.env.TURSO_TOKEN });
export const lucia = new Lucia(new LibSQLAdapter(client, { user: 'operator', session: 'operator_session' }), {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
