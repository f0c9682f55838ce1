import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';

export const sqlite = new Database('wiki.db');
export const db = new Kysely<{ article: { slug: string; body: string; editor_id: string } }>({
  dialect: new SqliteDialect({ database: sqlite }),
});
