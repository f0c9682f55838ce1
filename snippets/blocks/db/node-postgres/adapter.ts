import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { pool } from '#db';

export const adapter = new NodePostgresAdapter(pool, { user: '$userTable', session: '$sessionTable' });
