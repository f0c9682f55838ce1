import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const keeper = mysqlTable('keeper', {
  id: varchar('id', { length: 32 }).primaryKey(),
  name: varchar('name', { length: 80 }).notNull(),
});
export const login = mysqlTable('keeper_session', {
  id: varchar('id', { length: 64 }).primaryKey(),
  keeperId: varchar('keeper_id', { length: 32 }).notNull(),
  expiresAt: datetime('expires_at').notNull(),
});
