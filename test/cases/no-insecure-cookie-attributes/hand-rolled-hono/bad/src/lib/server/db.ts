import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const userTable = sqliteTable('user', { id: text('id').primaryKey(), email: text('email'), passwordHash: text('password_hash') });
export const sessionTable = sqliteTable('session', { id: text('id').primaryKey(), userId: text('user_id').notNull(), expiresAt: integer('expires_at', { mode: 'timestamp' }).notNull() });
export const posts = sqliteTable('posts', { id: text('id').primaryKey(), userId: text('user_id'), body: text('body') });
export const db = drizzle('app.db');
