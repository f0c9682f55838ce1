import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const banners = sqliteTable('banners', { id: text('id').primaryKey(), text: text('text') });
export const db = drizzle('app.db');
