import { pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
export const account = pgTable('account', { id: text('id').primaryKey() });
export const login = pgTable('login', {
  id: serial('id').primaryKey(), // expect: adapter-schema-mismatch
  userId: text('user_id').notNull().references(() => account.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
