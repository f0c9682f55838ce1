import { pgTable, text } from 'drizzle-orm/pg-core';
export const users = pgTable('users', { id: text('id').primaryKey(), githubId: text('github_id'), passwordHash: text('password_hash').notNull() });
