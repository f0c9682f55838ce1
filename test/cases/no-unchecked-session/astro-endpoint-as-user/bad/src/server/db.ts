import { Kysely, MysqlDialect } from 'kysely';
import { createPool } from 'mysql2';
import { createPool as createPromisePool } from 'mysql2/promise';

export const pool = createPromisePool(import.meta.env.DATABASE_URL);
export const db = new Kysely<any>({ dialect: new MysqlDialect({ pool: createPool(import.meta.env.DATABASE_URL) }) });
