import { Lucia } from 'lucia';
import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { database } from './database';

export const lucia = new Lucia(new BetterSqlite3Adapter(database, { user: 'user', session: 'session' }));
