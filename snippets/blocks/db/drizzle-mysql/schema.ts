//#if has-users
//: import { datetime, index, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';
//: import { $userTable } from '#userTables';
//:
//: export { $userTable } from '#userTables';
//#if has-sessions
//: export { $sessionTable } from '#sessionTables';
//#endif
//#if has-accounts
//: export { $accountTable } from '#accountTables';
//#endif
//#if has-tokens
//: export { $tokenTable } from '#tokenTables';
//#endif
//#else
import { boolean, datetime, index, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';

export const $userTable = mysqlTable('users', {
  id: varchar('id', { length: 255 }).primaryKey(),
  // Null when no e-mail address is known that a provider has verified.
  email: varchar('email', { length: 255 }).unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  // Null for users who sign in with a provider only.
  passwordHash: varchar('password_hash', { length: 255 }),
});
//#endif
//#if !has-sessions

export const $sessionTable = mysqlTable(
  'sessions',
  {
    id: varchar('id', { length: 255 }).primaryKey(),
    userId: varchar('user_id', { length: 255 })
      .notNull()
      .references(() => $userTable.id, { onDelete: 'cascade' }),
    expiresAt: datetime('expires_at').notNull(),
  },
  //#if drizzle-old
  //: (table) => ({
  //:   byUser: index('sessions_user_id').on(table.userId),
  //:   byExpiry: index('sessions_expires_at').on(table.expiresAt),
  //: }),
  //#else
  (table) => [index('sessions_user_id').on(table.userId), index('sessions_expires_at').on(table.expiresAt)],
  //#endif
);
//#endif
//#if !has-accounts

/** One row for each way in from outside: the provider and its own, unchanging id of the user. */
export const $accountTable = mysqlTable(
  'oauth_accounts',
  {
    provider: varchar('provider', { length: 255 }).notNull(),
    providerUserId: varchar('provider_user_id', { length: 255 }).notNull(),
    userId: varchar('user_id', { length: 255 })
      .notNull()
      .references(() => $userTable.id, { onDelete: 'cascade' }),
  },
  //#if drizzle-old
  //: (table) => ({ key: primaryKey({ columns: [table.provider, table.providerUserId] }) }),
  //#else
  (table) => [primaryKey({ columns: [table.provider, table.providerUserId] })],
  //#endif
);
//#endif
//#if !has-tokens

/** Links sent by mail. Only the SHA-256 of a token is stored. */
export const $tokenTable = mysqlTable(
  'user_tokens',
  {
    hash: varchar('hash', { length: 255 }).primaryKey(),
    purpose: varchar('purpose', { length: 255 }).notNull(),
    userId: varchar('user_id', { length: 255 })
      .notNull()
      .references(() => $userTable.id, { onDelete: 'cascade' }),
    expiresAt: datetime('expires_at').notNull(),
  },
  //#if drizzle-old
  //: (table) => ({ byUser: index('user_tokens_user_id').on(table.userId) }),
  //#else
  (table) => [index('user_tokens_user_id').on(table.userId)],
  //#endif
);
//#endif
