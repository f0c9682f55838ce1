import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'names of which only one tells what the table is',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-sqlite': '3.0.2', 'better-sqlite3': '11.8.1' },
      files: {
        'src/auth.ts': `import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { db } from './db';

const names = { user: 'rider_sessions', session: 'riders' };
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names
export const adapter = new BetterSqlite3Adapter(db, names);
`,
      },
    },
    {
      name: 'Drizzle tables swapped',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const people = pgTable('user', { id: text('id').primaryKey(), email: text('email').notNull() });
export const logins = pgTable('session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
`,
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import { logins, people } from './schema';

// tables of the people and of their logins
export const adapter = new DrizzlePostgreSQLAdapter(db, people, logins);
//                                                      ^^^^^^^^^^^^^^ order
`,
      },
      fixed: {
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from './db';
import { logins, people } from './schema';

// tables of the people and of their logins
export const adapter = new DrizzlePostgreSQLAdapter(db, logins, people);
`,
      },
    },
    {
      name: 'Prisma models swapped',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-prisma': '4.0.1', '@prisma/client': '5.22.0' },
      files: {
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';

const client = new PrismaClient();
export const adapter = new PrismaAdapter(client.user, client.session);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
`,
      },
    },
    {
      name: 'names swapped for a SQL driver',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-sqlite': '3.0.2', 'better-sqlite3': '11.5.0' },
      files: {
        'src/auth.ts': `import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import sqlite from 'better-sqlite3';

export const adapter = new BetterSqlite3Adapter(sqlite('app.db'), { user: 'session', session: 'user' });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names
`,
      },
      fixed: {
        'src/auth.ts': `import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import sqlite from 'better-sqlite3';

export const adapter = new BetterSqlite3Adapter(sqlite('app.db'), { user: 'user', session: 'session' });
`,
      },
    },
    {
      name: 'Prisma models told apart by the schema',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-prisma': '4.0.1', '@prisma/client': '5.22.0' },
      files: {
        'prisma/schema.prisma': `model Nurse {
  id     String       @id
  logins ShiftLogin[]
}

model ShiftLogin {
  id        String   @id
  userId    String
  expiresAt DateTime
  nurse     Nurse    @relation(fields: [userId], references: [id])
}
`,
        'src/auth.ts': `import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { prisma } from './prisma';

export const adapter = new PrismaAdapter(prisma.nurse, prisma.shiftLogin);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
`,
      },
    },
    {
      name: 'SQL tables told apart by the migration',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-mysql': '3.0.2', mysql2: '3.11.0' },
      files: {
        'migrations/001.sql': `CREATE TABLE drivers (id VARCHAR(40) PRIMARY KEY, licence VARCHAR(32) NOT NULL);
CREATE TABLE logins (
  id VARCHAR(255) PRIMARY KEY,
  -- whose it is
  user_id VARCHAR(40) NOT NULL REFERENCES drivers(id),
  expires_at DATETIME NOT NULL
);
`,
        'src/auth.ts': `import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { pool } from './pool';

export const adapter = new Mysql2Adapter(pool, { user: 'logins', session: 'drivers' });
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names
`,
      },
    },
    {
      name: 'names kept in another file',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-mysql': '3.0.2', mysql2: '3.11.0' },
      files: {
        'src/tables.ts': `export const TABLES = { user: 'user_session', session: 'user' } as const;
`,
        'src/auth.ts': `import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { pool } from './pool';
import { TABLES } from './tables';

export const adapter = new Mysql2Adapter(pool, TABLES);
//                                             ^^^^^^ names
`,
      },
    },
    {
      name: 'names in constants, the wrong way round',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-sqlite': '3.0.2', 'better-sqlite3': '11.0.0' },
      files: {
        'src/names.ts': `export const TABLES = { people: 'person', logins: 'person_session' };
`,
        'schema.sql': `CREATE TABLE person (id TEXT PRIMARY KEY, email TEXT NOT NULL);
CREATE TABLE person_session (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at INTEGER NOT NULL);
`,
        'src/auth.ts': `import { BetterSqlite3Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';
import { db } from './db';
import { TABLES } from './names';

export const lucia = new Lucia(new BetterSqlite3Adapter(db, { user: TABLES.logins, session: TABLES.people }));
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names
`,
      },
    },
    {
      name: 'an adapter under another name, and tables out of a whole module',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/tables.ts': `import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const riders = sqliteTable('rider', { id: text('id').primaryKey(), email: text('email').notNull() });
export const visits = sqliteTable('visit', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
`,
        'src/db.ts': `import * as tables from './tables';

export { tables };
`,
        'src/store.ts': `import { DrizzleSQLiteAdapter as Store } from '@lucia-auth/adapter-drizzle';
import { db } from './connection';
import { tables } from './db';

export function store() {
  const { riders, visits } = tables;
  return new Store(db, riders as never, visits as never);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
}
`,
      },
    },
  ],
  good: [
    {
      name: 'Drizzle in order',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

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
      name: 'Mongo collections in order',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-mongodb': '1.0.3', mongodb: '6.10.0' },
      files: {
        'src/auth.ts': `import { MongodbAdapter } from '@lucia-auth/adapter-mongodb';
import { db } from './db';

export const adapter = new MongodbAdapter(db.collection('sessions'), db.collection('users'));
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a user table that is called user_session_owner',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-drizzle': '1.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { db } from './db';

const sessionOwner = pgTable('session_owner', { id: text('id').primaryKey() });
const user = pgTable('user_login', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
// odd names, right order
export const adapter = new DrizzlePostgreSQLAdapter(db, user, sessionOwner);
`,
      },
    },
    {
      name: 'an adapter of another library',
      dependencies: { lucia: '3.2.2', 'next-auth': '4.24.0' },
      files: {
        'src/auth.ts': `import { DrizzleAdapter } from '@auth/drizzle-adapter';
import { db, sessions, users } from './db';

export const adapter = new DrizzleAdapter(db, users, sessions);
`,
      },
    },
    {
      name: 'names that say nothing',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-postgresql': '3.1.2', pg: '8.13.0' },
      files: {
        'src/auth.ts': `import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { pool } from './pool';

export const adapter = new NodePostgresAdapter(pool, { user: 'auth.people', session: 'auth.visits' });
`,
      },
    },
  ],
};

export default examples;
