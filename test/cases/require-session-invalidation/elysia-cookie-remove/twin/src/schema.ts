import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const players = pgTable('player', { id: text('id').primaryKey() });
export const playerSessions = pgTable('player_session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
