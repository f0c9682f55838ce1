import pg from 'pg';
import { requiredEnv } from '#env';

export const pool = new pg.Pool({ connectionString: requiredEnv('DATABASE_URL') });
