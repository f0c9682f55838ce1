import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const mechanics = sqliteTable('mechanic', { id: text('id').primaryKey() });
export const sessions = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
