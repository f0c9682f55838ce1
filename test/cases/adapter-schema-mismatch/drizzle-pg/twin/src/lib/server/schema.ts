import { pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
export const account = pgTable('account', { id: text('id').primaryKey() });
export const entry = pgTable('entry', { id: serial('id').primaryKey() });
export const login = pgTable('login', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull().references(() => account.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
