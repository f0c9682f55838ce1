import { pgTable, text } from 'drizzle-orm/pg-core';
export const members = pgTable('members', { id: text('id').primaryKey(), name: text('name'), secretHash: text('password_hash').notNull() });
