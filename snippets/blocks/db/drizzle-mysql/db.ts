import { drizzle } from 'drizzle-orm/mysql2';
import { createPool } from 'mysql2/promise';
import { requiredEnv } from '#env';

export const db = drizzle(createPool(requiredEnv('DATABASE_URL')));
