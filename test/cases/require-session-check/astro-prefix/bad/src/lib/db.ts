import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const todos = sqliteTable('todos', { id: text('id').primaryKey(), done: text('done') });
export const db = drizzle('app.db');
