import { drizzle } from 'drizzle-orm/bun-sqlite';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const links = sqliteTable('links', { id: text('id').primaryKey(), url: text('url') });
export const db = drizzle('app.db');
