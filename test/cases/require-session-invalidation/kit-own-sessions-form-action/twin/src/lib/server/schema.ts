import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const hikers = pgTable('hiker', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
});
export const sessions = pgTable('session', {
  id: text('id').primaryKey(),
  hikerId: text('hiker_id')
    .notNull()
    .references(() => hikers.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
