import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import { sql } from '#db';

export const adapter = new PostgresJsAdapter(sql, { user: '$userTable', session: '$sessionTable' });
