import { createClient } from '@libsql/client';
import { requiredEnv } from '#env';

export const db = createClient({ url: requiredEnv('DATABASE_URL'), authToken: process.env.DATABASE_TOKEN });
