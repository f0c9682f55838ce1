import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const salaries = sqliteTable('salaries', { id: text('id').primaryKey(), userId: text('user_id').notNull(), amount: text('amount') });
export const db = drizzle('app.db');
