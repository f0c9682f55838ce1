import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const gardeners = sqliteTable('gardener', { id: text('id').primaryKey(), nick: text('nick').notNull() });
export const sessions = sqliteTable('gardener_session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => gardeners.id),
  expiresAt: integer('expires_at').notNull(),
});
