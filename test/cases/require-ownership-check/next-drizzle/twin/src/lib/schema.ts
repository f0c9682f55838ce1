import { pgTable, text } from 'drizzle-orm/pg-core';
export const bookmarks = pgTable('bookmarks', { id: text('id').primaryKey(), userId: text('user_id').notNull(), url: text('url') });
