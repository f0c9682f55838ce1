import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

export const pool = new Pool();
export const lucia = new Lucia(new NodePostgresAdapter(pool, { user: 'chef', session: 'chef_session' }), {});

export async function signIn(c: Context, chefId: string) {
  const session = await lucia.createSession(chefId, {});
  const cookie = lucia.createSessionCookie(session.id);
  setCookie(c, cookie.name, cookie.value, {
    path: cookie.attributes.path,
    maxAge: cookie.attributes.maxAge,
    httpOnly: true,
    secure: false, // expect: no-insecure-cookie-attributes
    sameSite: 'Lax',
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
