import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { db } from '#db';

export const adapter = new BetterSqlite3Adapter(db, { user: '$userTable', session: '$sessionTable' });
