import postgres from 'postgres';
import { requiredEnv } from '#env';

export const sql = postgres(requiredEnv('DATABASE_URL'));
