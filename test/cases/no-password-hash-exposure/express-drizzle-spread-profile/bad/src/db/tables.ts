import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const customers = mysqlTable('customers', {
  id: varchar('id', { length: 40 }).primaryKey(),
  firstName: varchar('first_name', { length: 80 }).notNull(),
  lastName: varchar('last_name', { length: 80 }).notNull(),
  pwHash: varchar('pw_hash', { length: 255 }),
});

export const customerSessions = mysqlTable('customer_sessions', {
  id: varchar('id', { length: 255 }).primaryKey(),
  userId: varchar('user_id', { length: 40 }).notNull(),
  expiresAt: datetime('expires_at').notNull(),
});
