import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const people = sqliteTable('user', { id: text('id').primaryKey(), email: text('email') });
export const visits = sqliteTable('session', { id: text('id').primaryKey(), userId: text('user_id').notNull().references(() => people.id), expiresAt: integer('expires_at').notNull() });
