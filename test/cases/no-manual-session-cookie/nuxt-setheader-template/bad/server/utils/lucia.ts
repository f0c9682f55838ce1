import { Lucia } from 'lucia';
import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { connection } from './db';

export const lucia = new Lucia(new Mysql2Adapter(connection, { user: 'user', session: 'user_session' }), {
  sessionCookie: {
    attributes: { secure: !import.meta.dev },
  },
  getUserAttributes: (attributes) => ({ email: attributes.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string };
  }
}
