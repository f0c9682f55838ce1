import { drizzle } from 'drizzle-orm/mysql2';
import { createPool } from 'mysql2/promise';
import * as schema from './schema';

export const db = drizzle(createPool(process.env.DATABASE_URL!), { schema, mode: 'default' });
export { schema };
