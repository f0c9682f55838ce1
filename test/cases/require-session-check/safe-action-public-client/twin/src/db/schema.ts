import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const userTable = sqliteTable('user', { id: text('id').primaryKey(), email: text('email').notNull() });
export const sessionTable = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => userTable.id),
  expiresAt: integer('expires_at').notNull(),
});
export const dishes = sqliteTable('dish', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  cents: integer('cents').notNull(),
});
