import { NeonHTTPAdapter } from '@lucia-auth/adapter-postgresql';
import { neon } from '@neondatabase/serverless';
import { Lucia } from 'lucia';

export const sql = neon(process.env.DATABASE_URL!);
export const lucia = new Lucia(new NeonHTTPAdapter(sql, { user: 'app_user', session: 'app_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
