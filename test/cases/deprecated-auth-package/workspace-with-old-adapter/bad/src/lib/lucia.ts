import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

export const make = (db: D1Database) => new Lucia(new D1Adapter(db, { user: 'u', session: 's' }));

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof make>;
  }
}
