import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const cooks = sqliteTable('cook', { id: text('id').primaryKey(), nick: text('nick').notNull(), bio: text('bio') });
const sessions = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => cooks.id),
  expiresAt: integer('expires_at').notNull(),
});

export const tables = { cooks, sessions };
const db = drizzle(new Database('pantry.db'));
export const useDb = () => db;
