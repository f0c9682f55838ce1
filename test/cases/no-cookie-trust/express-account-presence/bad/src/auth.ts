import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import { pool } from './pool';

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'tenant', session: 'tenant_session' }), {
  sessionCookie: { name: 'tenant_sid', attributes: { secure: process.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
