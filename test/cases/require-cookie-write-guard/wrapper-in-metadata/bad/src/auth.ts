import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import mysql from 'mysql2/promise';
import { cookies } from 'next/headers';
import { cache } from 'react';

const pool = mysql.createPool(process.env.MYSQL_URL!);
export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'visitor', session: 'visitor_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
  getUserAttributes: ({ name }) => ({ name }),
});

export default cache(async function visitor() {
  const store = await cookies();
  const held = store.get(lucia.sessionCookieName);
  if (!held) return null;
  const { user, session } = await lucia.validateSession(held.value);
  const cookie = session ? lucia.createSessionCookie(session.id) : lucia.createBlankSessionCookie();
  if (!session || session.fresh) store.set(cookie.name, cookie.value, cookie.attributes); // expect: require-cookie-write-guard
  return user;
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { name: string };
  }
}
