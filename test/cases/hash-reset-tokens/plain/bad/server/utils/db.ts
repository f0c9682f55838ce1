import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const recoveries = sqliteTable('password_reset', { token: text('token').primaryKey(), userId: text('user_id'), expiresAt: integer('expires_at') });
export const users = sqliteTable('user', { id: text('id').primaryKey(), email: text('email') });
export const db = drizzle('app.db');
