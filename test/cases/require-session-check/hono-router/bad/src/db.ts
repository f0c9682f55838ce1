import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const recipes = sqliteTable('recipes', { id: text('id').primaryKey(), title: text('title'), ownerId: text('owner_id') });
export const db = drizzle('app.db');
