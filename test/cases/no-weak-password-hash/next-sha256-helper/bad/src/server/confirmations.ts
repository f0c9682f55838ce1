import { pgTable, text } from 'drizzle-orm/pg-core';

export const confirmations = pgTable('confirmations', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').notNull(),
});
