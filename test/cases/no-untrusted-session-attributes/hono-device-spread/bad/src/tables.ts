import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const riders = pgTable('riders', {
  id: text('id').primaryKey(),
  phone: text('phone').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
});
export const riderSessions = pgTable('rider_sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => riders.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
  device: text('device'),
  ip: text('ip'),
});
