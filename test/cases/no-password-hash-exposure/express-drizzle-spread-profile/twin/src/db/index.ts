import { drizzle } from 'drizzle-orm/mysql2';
import { pool } from './pool';
import * as schema from './tables';

export const db = drizzle(pool, { schema, mode: 'default' });
