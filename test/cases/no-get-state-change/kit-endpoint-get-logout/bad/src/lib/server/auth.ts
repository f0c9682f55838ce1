import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { dev } from '$app/environment';
import type { Cookies } from '@sveltejs/kit';
import { Lucia } from 'lucia';

const db = new Database('maps.db');
export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: 'surveyor', session: 'surveyor_session' }), {
  sessionCookie: { attributes: { secure: !dev } },
});

export async function endSession(id: string, cookies: Cookies) {
  await lucia.invalidateSession(id);
  const blank = lucia.createBlankSessionCookie();
  cookies.set(blank.name, blank.value, { path: '/', ...blank.attributes });
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
