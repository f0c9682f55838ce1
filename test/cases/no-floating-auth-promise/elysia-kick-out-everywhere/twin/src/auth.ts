import { Database } from 'bun:sqlite';
import { BunSQLiteAdapter } from '@lucia-auth/adapter-sqlite';
import { Elysia } from 'elysia';
import { Lucia, verifyRequestOrigin } from 'lucia';

export const sqlite = new Database('chat.db');
export const keeper = new Lucia(new BunSQLiteAdapter(sqlite, { user: 'member', session: 'member_session' }), {
  sessionCookie: { attributes: { secure: Bun.env.NODE_ENV === 'production' } },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof keeper;
  }
}

export const withMember = new Elysia({ name: 'with-member' }).derive(
  { as: 'scoped' },
  async ({ request, headers, cookie, error }) => {
    if (request.method !== 'GET' && !verifyRequestOrigin(headers.origin ?? '', [headers.host ?? ''])) {
      return { member: null, session: null };
    }
    const sessionId = keeper.readSessionCookie(headers.cookie ?? '');
    if (!sessionId) return { member: null, session: null };
    const { user: member, session } = await keeper.validateSession(sessionId);
    if (session?.fresh) {
      const next = keeper.createSessionCookie(session.id);
      cookie[next.name]!.set({ value: next.value, ...next.attributes });
    } else if (!session) {
      const blank = keeper.createBlankSessionCookie();
      cookie[blank.name]!.set({ value: blank.value, ...blank.attributes });
    }
    return { member, session };
  },
);
