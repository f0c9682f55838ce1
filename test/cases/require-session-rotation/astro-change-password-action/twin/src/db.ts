import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const Singer = sqliteTable('singer', {
  id: text('id').primaryKey(),
  voice: text('voice').notNull(),
  hashedPassword: text('hashed_password').notNull(),
});
export const Session = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => Singer.id),
  expiresAt: integer('expires_at').notNull(),
});
export const db = drizzle(createClient({ url: import.meta.env.DB_URL }));
