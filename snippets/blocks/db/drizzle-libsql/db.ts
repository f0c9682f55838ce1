import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { requiredEnv } from '#env';

const client = createClient({ url: requiredEnv('DATABASE_URL'), authToken: process.env.DATABASE_TOKEN });

export const db = drizzle(client);
