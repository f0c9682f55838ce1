import { datetime, mysqlEnum, mysqlTable, varchar, int } from 'drizzle-orm/mysql-core';

export const workers = mysqlTable('worker', {
  id: varchar('id', { length: 255 }).primaryKey(),
  role: mysqlEnum('role', ['picker', 'lead', 'auditor']).notNull(),
});
export const sessions = mysqlTable('session', {
  id: varchar('id', { length: 255 }).primaryKey(),
  userId: varchar('user_id', { length: 255 }).notNull(),
  expiresAt: datetime('expires_at').notNull(),
});
export const bins = mysqlTable('bin', {
  id: varchar('id', { length: 64 }).primaryKey(),
  count: int('count').notNull(),
});
