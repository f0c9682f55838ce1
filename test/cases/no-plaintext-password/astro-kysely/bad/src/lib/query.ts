import { Kysely, SqliteDialect } from 'kysely';
import { db } from './db';

interface Tables {
  user: { id: string; email: string; password_hash: string };
}

export const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: db }) });
