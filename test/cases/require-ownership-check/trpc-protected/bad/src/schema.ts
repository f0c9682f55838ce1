import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';
export const apiKeys = mysqlTable('api_key', { id: varchar('id', { length: 20 }).primaryKey(), ownerId: varchar('owner_id', { length: 20 }) });
