import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const drivers = mysqlTable('drivers', {
  id: varchar('id', { length: 40 }).primaryKey(),
  licence: varchar('licence', { length: 32 }).notNull().unique(),
  passwordHash: varchar('password_hash', { length: 255 }).notNull(),
});
