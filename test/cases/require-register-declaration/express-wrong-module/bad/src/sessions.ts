import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

const adapter = new NodePostgresAdapter(new Pool(), { user: 'auth_user', session: 'user_session' });
const sessions = new Lucia(adapter); // expect: require-register-declaration

export { sessions };
