import { LibSQLAdapter } from '@lucia-auth/adapter-sqlite';
import { db } from '#db';

export const adapter = new LibSQLAdapter(db, { user: '$userTable', session: '$sessionTable' });
