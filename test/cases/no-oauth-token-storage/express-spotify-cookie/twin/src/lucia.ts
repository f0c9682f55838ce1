import { Lucia } from 'lucia';
import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import { sql } from './sql.js';

export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'users', session: 'sessions' }));
