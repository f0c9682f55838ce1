import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import type { H3Event } from 'h3';
import { Lucia, verifyRequestOrigin } from 'lucia';
import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE_URL!);
export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'dj', session: 'dj_session' }), {});

export async function sessionOf(event: H3Event) {
  if (event.method !== 'GET') {
    const ok = verifyRequestOrigin(getHeader(event, 'origin') ?? '', [getHeader(event, 'host') ?? '']);
    if (!ok) throw createError({ statusCode: 403 });
  }
  const id = getCookie(event, lucia.sessionCookieName);
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  } else if (!result.session) {
    appendResponseHeader(event, 'Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  return result;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
