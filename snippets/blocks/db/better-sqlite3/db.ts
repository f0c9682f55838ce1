import Database from 'better-sqlite3';
import { requiredEnv } from '#env';

export const db: Database.Database = new Database(requiredEnv('DATABASE_FILE'));
db.pragma('journal_mode = WAL');
db.pragma('foreign_keys = ON');
