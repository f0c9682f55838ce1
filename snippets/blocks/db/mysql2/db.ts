import { createPool } from 'mysql2/promise';
import { requiredEnv } from '#env';

export const pool = createPool(requiredEnv('DATABASE_URL'));
