import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia, type Cookie } from 'lucia';
import { cookies } from 'next/headers';
import { pool } from './pool';

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'player', session: 'player_session' }), {
  sessionCookie: { expires: false, attributes: { secure: process.env.NODE_ENV === 'production' } },
});

export function putCookie(cookie: Cookie) {
  cookies().set(cookie.name, cookie.value, cookie.attributes);
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
