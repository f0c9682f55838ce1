import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const readers = sqliteTable('reader', { id: text('id').primaryKey(), card: text('card').notNull() });
export const readerSessions = sqliteTable('reader_session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => readers.id),
  expiresAt: integer('expires_at').notNull(),
});
