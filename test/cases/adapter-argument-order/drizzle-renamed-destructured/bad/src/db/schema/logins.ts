import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { drivers } from './people';

export const logins = mysqlTable('logins', {
  id: varchar('id', { length: 255 }).primaryKey(),
  userId: varchar('driver_id', { length: 40 })
    .notNull()
    .references(() => drivers.id),
  expiresAt: datetime('expires_at').notNull(),
});
