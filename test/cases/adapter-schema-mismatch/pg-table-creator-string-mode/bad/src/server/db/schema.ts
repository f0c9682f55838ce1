import { relations } from 'drizzle-orm';
import { index, pgTableCreator, timestamp, varchar } from 'drizzle-orm/pg-core';

export const createTable = pgTableCreator((name) => `planner_${name}`);

export const users = createTable('user', {
  id: varchar('id', { length: 21 }).primaryKey(),
  discordId: varchar('discord_id', { length: 255 }).unique(),
});

export const sessions = createTable(
  'session',
  {
    id: varchar('id', { length: 255 }).primaryKey(),
    userId: varchar('user_id', { length: 21 }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'string' }).notNull(), // expect: adapter-schema-mismatch
  },
  (t) => ({ userIdx: index('session_user_idx').on(t.userId) }),
);

export const userRelations = relations(users, ({ many }) => ({ sessions: many(sessions) }));
