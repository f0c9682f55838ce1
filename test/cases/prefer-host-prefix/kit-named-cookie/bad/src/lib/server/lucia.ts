import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia, TimeSpan } from 'lucia';
import { pool } from './pool';

const COOKIE = 'vault_session';

export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'users', session: 'sessions' }), {
  sessionExpiresIn: new TimeSpan(2, 'w'),
  sessionCookie: { name: COOKIE, attributes: { secure: true, sameSite: 'strict' } }, // expect: prefer-host-prefix
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
