import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, until } from './columns';

export const writer = sqliteTable('writer', { id: id(), pen: text('pen').notNull() });
export const session = sqliteTable('session', {
  id: id(),
  userId: text('user_id')
    .notNull()
    .references(() => writer.id, { onDelete: 'cascade' }),
  expiresAt: until('expires_at'), // expect: adapter-schema-mismatch
});
