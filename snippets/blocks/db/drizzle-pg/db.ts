//#if postgres-driver
//: import { drizzle } from 'drizzle-orm/postgres-js';
//: import postgres from 'postgres';
//#else
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
//#endif
import { requiredEnv } from '#env';

//#if postgres-driver
//: const client = postgres(requiredEnv('DATABASE_URL'));
//#else
const client = new pg.Pool({ connectionString: requiredEnv('DATABASE_URL') });
//#endif

export const db = drizzle(client);
