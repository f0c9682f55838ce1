import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import mysql from 'mysql2/promise';

export const connection = mysql.createPool(process.env.DATABASE_URL!);

export const lucia = new Lucia(new Mysql2Adapter(connection, { user: 'user', session: 'user_session' }), {
  sessionCookie: { attributes: { secure: !import.meta.dev } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
