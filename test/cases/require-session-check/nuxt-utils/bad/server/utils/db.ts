import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const photos = sqliteTable('photos', { id: text('id').primaryKey(), ownerId: text('owner_id') });
export const db = drizzle('app.db');
