import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import Database from 'better-sqlite3';
import { Lucia } from 'lucia';

const adapter = new BetterSqlite3Adapter(new Database('site.db'), { user: 'member', session: 'member_session' });

export default new Lucia(adapter, {
  sessionCookie: {
    attributes: {
      secure: import.meta.env.NODE_ENV === 'production', // expect: no-insecure-cookie-attributes
    },
  },
});
