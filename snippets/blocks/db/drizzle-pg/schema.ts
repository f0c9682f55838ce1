//#if has-users
//: import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
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
import { boolean, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const $userTable = pgTable('users', {
  id: text('id').primaryKey(),
  // Null when no e-mail address is known that a provider has verified.
  email: text('email').unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  // Null for users who sign in with a provider only.
  passwordHash: text('password_hash'),
});
//#endif
//#if !has-sessions

export const $sessionTable = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => $userTable.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
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
export const $accountTable = pgTable(
  'oauth_accounts',
  {
    provider: text('provider').notNull(),
    providerUserId: text('provider_user_id').notNull(),
    userId: text('user_id')
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
export const $tokenTable = pgTable(
  'user_tokens',
  {
    hash: text('hash').primaryKey(),
    purpose: text('purpose').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => $userTable.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  //#if drizzle-old
  //: (table) => ({ byUser: index('user_tokens_user_id').on(table.userId) }),
  //#else
  (table) => [index('user_tokens_user_id').on(table.userId)],
  //#endif
);
//#endif
