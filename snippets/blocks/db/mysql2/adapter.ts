import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { pool } from '#db';

export const adapter = new Mysql2Adapter(pool, { user: '$userTable', session: '$sessionTable' });
