import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
export const users = sqliteTable('users', { id: text('id').primaryKey(), email: text('email').unique(), emailVerified: integer('email_verified', { mode: 'boolean' }), discordId: text('discord_id').unique() });
export const db = drizzle('app.db');
