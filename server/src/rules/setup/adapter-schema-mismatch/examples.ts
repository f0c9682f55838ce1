import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'milliseconds in SQLite',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

const users = sqliteTable('user', { id: text('id').primaryKey() });
const sessions = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expires
});
export const adapter = new DrizzleSQLiteAdapter(db, sessions, users);
`,
      },
    },
    {
      name: 'a string column in PostgreSQL that may be null',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const accounts = pgTable('account', { id: text('id').primaryKey() });
export const visits = pgTable('visit', {
  id: text('id').primaryKey(),
  userId: text('user_id'),
//^^^^^^^^^^^^^^^^^^^^^^^ nullable
  expiresAt: timestamp('expires_at', { mode: 'date' }).notNull(),
});
`,
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import * as schema from './schema';

export const adapter = new DrizzlePostgreSQLAdapter(db, schema.visits, schema.accounts);
`,
      },
    },
    {
      name: 'a column under another name',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { db } from './db';

const users = mysqlTable('user', { id: varchar('id', { length: 255 }).primaryKey() });
const sessions = mysqlTable('session', {
  id: varchar('id', { length: 255 }).primaryKey(),
  userId: varchar('user_id', { length: 255 }).notNull(),
  expires: datetime('expires_at').notNull(),
});
export const adapter = new DrizzleMySQLAdapter(db, sessions, users);
//                                                 ^^^^^^^^ missing
`,
      },
    },
    {
      name: 'numeric user ids that Register does not know of',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { integer, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { db } from './db';

const users = pgTable('user', { id: serial('id').primaryKey() });
const sessions = pgTable('session', {
  id: text('id').primaryKey(),
  userId: integer('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
// @ts-expect-error the adapter wants text
export const adapter = new DrizzlePostgreSQLAdapter(db, sessions, users);
//                                                                ^^^^^ userId
`,
      },
    },
    {
      name: 'a table that SQL creates with another type',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-postgresql': '3.1.2', pg: '8.12.0' },
      files: {
        'migrations/001_auth.sql': `CREATE TABLE baker (id TEXT PRIMARY KEY, email TEXT NOT NULL);
CREATE TABLE baker_session (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES baker(id),
  expires_at BIGINT NOT NULL
);
`,
        'src/auth.ts': `import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { pool } from './pool';

export const adapter = new NodePostgresAdapter(pool, { user: 'baker', session: 'baker_session' });
//                                                                             ^^^^^^^^^^^^^^^ expiresSql
`,
      },
    },
    {
      name: 'a table that SQL creates without a column',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-sqlite': '3.0.2', 'better-sqlite3': '11.1.2' },
      files: {
        'src/db.ts': `import Database from 'better-sqlite3';

export const db = new Database('app.db');
db.exec('CREATE TABLE IF NOT EXISTS visit (id TEXT PRIMARY KEY, member_id TEXT NOT NULL, expires_at INTEGER NOT NULL)');
`,
        'src/auth.ts': `import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { db } from './db';

export const adapter = new BetterSqlite3Adapter(db, { user: 'member', session: 'visit' });
//                                                                             ^^^^^^^ missingSql
`,
      },
    },
    {
      name: 'a column that an own function makes',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/columns.ts': `import { integer, text } from 'drizzle-orm/sqlite-core';

export const id = () => text('id').primaryKey();
export const until = (name: string) => integer(name, { mode: 'timestamp' }).notNull();
`,
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, until } from './columns';
import { db } from './db';

const users = sqliteTable('user', { id: id() });
const sessions = sqliteTable('session', { id: id(), userId: text('user_id').notNull(), expiresAt: until('expires_at') });
//                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expires
export const adapter = new DrizzleSQLiteAdapter(db, sessions, users);
`,
      },
    },
    {
      name: 'a key that is spelled as in the database',
      dependencies: {
        lucia: '3.2.2',
        'drizzle-orm': '0.36.0',
        '@lucia-auth/adapter-drizzle': '1.1.0',
        'better-sqlite3': '11.5.0',
      },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

const members = sqliteTable('members', { id: text('id').primaryKey() });
const visits = sqliteTable('visits', {
  id: text('id').primaryKey(),
  user_id: text('user_id').notNull(),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  expiresAt: integer('expires_at').notNull(),
});

export const adapter = new DrizzleSQLiteAdapter(db, visits, members);
`,
      },
    },
    {
      name: 'a table of version 2 that is named as text and declared with Drizzle',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.0', '@lucia-auth/adapter-mysql': '3.0.0', mysql2: '3.9.0' },
      files: {
        'src/tables.ts': `import { bigint, mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const visits = mysqlTable('login_sessions', {
  id: varchar('id', { length: 40 }).primaryKey(),
  owner: varchar('user_id', { length: 20 }).notNull(),
  active: bigint('active_expires', { mode: 'number' }).notNull(),
  idle: bigint('idle_expires', { mode: 'number' }).notNull(),
});
`,
        'src/auth.ts': `import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import { pool } from './pool';

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'members', session: 'login_sessions' }));
//                                                                                 ^^^^^^^^^^^^^^^^ missingSql
`,
      },
    },
    {
      name: 'a Prisma model whose users are numbered',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-prisma': '4.0.1', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Visit_session {
  id        String   @id
  userId    Int
  expiresAt DateTime
  user      User     @relation(fields: [userId], references: [id], onDelete: Cascade)
}

model User {
  id     Int             @id @default(autoincrement())
  visits Visit_session[]
}
`,
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const prisma = new PrismaClient();
export const lucia = new Lucia(new PrismaAdapter(prisma.visit_session, prisma.user));
//                                                                     ^^^^^^^^^^^ userId
`,
      },
    },
    {
      name: 'a column that no session is made with',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.33.0' },
      files: {
        'src/tables.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const members = pgTable('members', { id: text('id').primaryKey() });
export const visits = pgTable('visits', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull().references(() => members.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
  place: text('place').notNull(),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unfilled
  madeAt: timestamp('made_at').notNull().defaultNow(),
});
`,
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { members, visits } from './tables';

export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, visits, members));

export const enter = (memberId: string) => lucia.createSession(memberId, {});
`,
      },
    },
  ],
  good: [
    {
      name: 'PostgreSQL as it should be',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { db } from './db';

const users = pgTable('user', { id: text('id').primaryKey() });
const sessions = pgTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
export const adapter = new DrizzlePostgreSQLAdapter(db, sessions, users);
`,
      },
    },
    {
      name: 'a Prisma model as it should be',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-prisma': '4.0.1', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Session {
  id        String   @id
  userId    String
  expiresAt DateTime
  user      User     @relation(references: [id], fields: [userId], onDelete: Cascade)
}
`,
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';

const client = new PrismaClient();
export const adapter = new PrismaAdapter(client.session, client.user);
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'numeric ids that Register knows of',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { integer, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { db } from './db';

const users = pgTable('user', { id: serial('id').primaryKey() });
const sessions = pgTable('session', {
  id: text('id').primaryKey(),
  userId: integer('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
export const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, sessions, users));
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
  }
}
`,
      },
    },
    {
      name: 'columns that are spread in from elsewhere',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sessionColumns } from './columns';
import { db } from './db';

const users = sqliteTable('user', { id: text('id').primaryKey() });
const sessions = sqliteTable('session', { id: text('id').primaryKey(), ...sessionColumns });
export const adapter = new DrizzleSQLiteAdapter(db, sessions, users);
`,
      },
    },
    {
      name: 'another table of the same file',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

export const resetTokens = sqliteTable('reset', {
  id: text('id').primaryKey(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }),
});
const users = sqliteTable('user', { id: text('id').primaryKey() });
const sessions = sqliteTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
export const adapter = new DrizzleSQLiteAdapter(db, sessions, users);
`,
      },
    },
    {
      name: 'a table that a later migration changes',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-postgresql': '3.1.2', pg: '8.12.0' },
      files: {
        'migrations/001_auth.sql': `CREATE TABLE app_session (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
`,
        'migrations/002_expiry.sql': `ALTER TABLE app_session ALTER COLUMN expires_at TYPE TIMESTAMPTZ USING to_timestamp(expires_at);
`,
        'src/auth.ts': `import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { pool } from './pool';

export const adapter = new NodePostgresAdapter(pool, { user: 'app_user', session: 'app_session' });
`,
      },
    },
    {
      name: 'columns that own functions make',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/columns.ts': `import { integer, text } from 'drizzle-orm/sqlite-core';

export const id = () => text('id').primaryKey();
export const until = (name: string) => integer(name).notNull();
`,
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { reference } from '@acme/columns';
import { id, until } from './columns';
import { db } from './db';

const users = sqliteTable('user', { id: id() });
const sessions = sqliteTable('session', { id: id(), userId: reference('user_id'), expiresAt: until('expires_at') });
export const adapter = new DrizzleSQLiteAdapter(db, sessions, users);
`,
      },
    },
    {
      name: "Drizzle's other name of a plain integer",
      dependencies: {
        lucia: '3.2.2',
        'drizzle-orm': '0.36.0',
        '@lucia-auth/adapter-drizzle': '1.1.0',
        'better-sqlite3': '11.5.0',
      },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { int, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

const members = sqliteTable('members', { id: text('id').primaryKey() });
const visits = sqliteTable('visits', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: int('expires_at').notNull(),
});

export const adapter = new DrizzleSQLiteAdapter(db, visits, members);
`,
      },
    },
    {
      name: 'a table that is named as text and declared with Drizzle under other keys',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.0', '@lucia-auth/adapter-mysql': '3.0.0', mysql2: '3.9.0' },
      files: {
        'src/tables.ts': `import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const visits = mysqlTable('login_sessions', {
  id: varchar('id', { length: 40 }).primaryKey(),
  owner: varchar('user_id', { length: 20 }).notNull(),
  until: datetime('expires_at').notNull(),
});
`,
        'src/auth.ts': `import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import { pool } from './pool';

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'members', session: 'login_sessions' }));
`,
      },
    },
    {
      name: 'columns that sessions are made with, that the database fills or that may be empty',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-prisma': '4.0.1', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `enum Way {
  mail
  phone
}

model Session {
  id        String   @id
  userId    Int
  expiresAt DateTime
  way       Way
  place     String?
  madeAt    DateTime @default(now())
  seenAt    DateTime @updatedAt
  user      User     @relation(fields: [userId], references: [id], onDelete: Cascade)
}

model User {
  id       Int       @id @default(autoincrement())
  sessions Session[]
}
`,
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const prisma = new PrismaClient();
export const lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user));

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
  }
}

export const enter = (userId: number) => lucia.createSession(userId, { way: 'mail' });
export const enterBy = (userId: number, attributes: { way: 'mail' | 'phone' }) => lucia.createSession(userId, attributes);
`,
      },
    },
  ],
};

export default examples;
