import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { requiredEnv } from '#env';

const client = new Database(requiredEnv('DATABASE_FILE'));
client.pragma('journal_mode = WAL');
client.pragma('foreign_keys = ON');

export const db = drizzle(client);
