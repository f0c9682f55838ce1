import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const employees = pgTable('employee', { id: text('id').primaryKey(), name: text('name').notNull() });
export const sessions = pgTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
export const payslips = pgTable('payslip', {
  id: text('id').primaryKey(),
  employeeId: text('employee_id').notNull(),
  month: text('month').notNull(),
  cents: integer('cents').notNull(),
});
