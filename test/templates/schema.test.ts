import assert from 'node:assert/strict';
import { describe, it, before } from 'mocha';
import { memoryHost } from '../../server/src/core/host';
import { applyEdits } from '../../server/src/core/text';
import { planBlock, prepareBlock } from '../../server/src/templates/facade';
import type { BlockChoice } from '../../server/src/templates/facade';
import { addDrizzleColumns, readSchema } from '../../server/src/templates/schema';
import { completeParams } from '../../server/src/templates/params';
import { renderSetUp } from '../../server/src/templates/templates';
import { installSet } from './packages';
import { Projects, VERSIONS, check } from './projects';

const manifest = (...packages: readonly string[]): string =>
  JSON.stringify({ type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) });

function plan(files: Record<string, string>, block: BlockChoice) {
  const host = memoryHost(new Map(Object.entries(files).map(([path, text]) => [`/p/${path}`, text])));
  const { params, packages } = prepareBlock(host, '/p', block);
  const { edits, existing, notes } = planBlock(host, '/p', block, params, packages);
  const created = Object.fromEntries(edits.map(({ path, edits: own }) => [path.slice(3), applyEdits('', own)]));
  const proposed = Object.fromEntries(existing.map(({ path, text }) => [path.slice(3), text]));
  return { params, created, proposed, notes };
}

const DRIZZLE = `import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const members = pgTable('members', {
  id: text('id').primaryKey(),
  emailAddress: text('email_address').unique(),
  isEmailVerified: boolean('is_email_verified').notNull().default(false),
  hashedPassword: text('hashed_password'),
});

export const sessions = pgTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull().references(() => members.id),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
`;
const DRIZZLE_DB = `import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export const db = drizzle(new pg.Pool());
`;
const DRIZZLE_PROJECT = {
  'package.json': manifest('express', 'drizzle-orm', 'pg'),
  'src/db/tables.ts': DRIZZLE,
  'src/db/index.ts': DRIZZLE_DB,
};

const PRISMA = `datasource db {
  provider = "sqlite"
  url      = "file:dev.db"
}

model Person {
  id       String @id @default(cuid())
  nickname String
  mail     String?
}

model User {
  id       String  @id
  email    String  @unique
  password String?
  team     String
}
`;

describe('building blocks in a project that has tables', function () {
  this.timeout(600_000);

  it('use the tables, columns and connection of Drizzle, and add only what is missing', () => {
    const { created, proposed, notes } = plan(DRIZZLE_PROJECT, 'signup');
    const schema = created['src/lib/auth-schema.ts']!;
    assert.match(schema, /export \{ members \} from '\.\.\/db\/tables\.js';/);
    assert.match(schema, /export \{ sessions \} from '\.\.\/db\/tables\.js';/);
    assert.match(schema, /references\(\(\) => members\.id/);
    assert.doesNotMatch(schema, /pgTable\('users'|pgTable\(\s*'sessions'/);
    assert.equal(created['src/lib/db.ts'], undefined);
    assert.equal(created['src/lib/schema.ts'], undefined);
    const users = created['src/lib/users.ts']!;
    assert.match(users, /from '\.\.\/db\/index\.js'/);
    assert.match(users, /passwordHash: members\.hashedPassword/);
    assert.match(created['src/lib/auth.ts']!, /emailVerified: attributes\.isEmailVerified/);
    assert.deepEqual(proposed, {});
    assert.deepEqual(notes, [
      'Name src/lib/auth-schema.ts beside src/db/tables.ts in the configuration of drizzle-kit.',
    ]);
  });

  describe('type-check with them', () => {
    before(() => {
      installSet('');
      installSet('express5');
    });
    const express = VERSIONS.find((version) => version.set === 'express5')!;
    const typeCheck = (files: Record<string, string>): string[] => {
      const projects = new Projects();
      const sources = Object.entries(files).filter(([path]) => path.endsWith('.ts'));
      projects.add(
        'taken',
        sources.map(([path, text]) => ({ path, text })),
        3,
      );
      return check(express, projects);
    };

    it('in Drizzle on PostgreSQL', () => {
      const { created } = plan(DRIZZLE_PROJECT, 'set-up');
      assert.deepEqual(typeCheck({ ...DRIZZLE_PROJECT, ...created }), []);
    });
    for (const [name, tables] of [
      ['Drizzle', DRIZZLE.replace('.unique()', '.unique().notNull()')],
      ['Drizzle, in a table of other names', DRIZZLE.replace('.unique()', '.notNull()').replaceAll('members', 'users')],
    ] as const) {
      it(`where everybody has an e-mail address, in ${name}`, () => {
        const files = { ...DRIZZLE_PROJECT, 'src/db/tables.ts': tables };
        const { created } = plan(files, 'set-up');
        assert.match(created['src/lib/accounts.ts']!, /if \(email === null\) return null;/);
        assert.deepEqual(typeCheck({ ...files, ...created }), []);
      });
    }
    it('where everybody has an e-mail address, in SQL', () => {
      const files = {
        'package.json': manifest('express', 'pg'),
        'schema.sql':
          'CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, email_verified BOOLEAN NOT NULL, password_hash TEXT);\n',
      };
      const { created } = plan(files, 'set-up');
      assert.match(created['src/lib/accounts.ts']!, /if \(email === null\) return null;/);
      assert.deepEqual(typeCheck({ ...files, ...created }), []);
    });
    it('once the columns that are proposed are there', () => {
      const tables = DRIZZLE.replace(/ {2}(?:isEmailVerified|hashedPassword).*\n/g, '').replace('boolean, ', '');
      const { created, proposed } = plan({ ...DRIZZLE_PROJECT, 'src/db/tables.ts': tables }, 'login');
      assert.deepEqual(typeCheck({ ...DRIZZLE_PROJECT, ...created, ...proposed }), []);
    });
    it('in Drizzle on MySQL', () => {
      const tables = DRIZZLE.replaceAll('pg-core', 'mysql-core')
        .replaceAll('pgTable', 'mysqlTable')
        .replace(/\btext\b/, 'varchar')
        .replace(/timestamp }/, 'datetime }')
        .replace(/text\(('\w+')\)/g, 'varchar($1, { length: 255 })')
        .replace(/timestamp\(.*?\)\./, "datetime('expires_at').");
      const db = `import { drizzle } from 'drizzle-orm/mysql2';\nimport { createPool } from 'mysql2/promise';\nexport const db = drizzle(createPool('mysql://x'));\n`;
      const files = {
        'package.json': manifest('express', 'drizzle-orm', 'mysql2'),
        'src/db/tables.ts': tables,
        'src/db/index.ts': db,
      };
      const { created } = plan(files, 'set-up');
      assert.ok(created['src/lib/auth-schema.ts']);
      assert.deepEqual(typeCheck({ ...files, ...created }), []);
    });
    for (const [driver, database, db] of [
      [
        'better-sqlite3',
        'better-sqlite3',
        `import Database from 'better-sqlite3';\nexport const db = drizzle(new Database('x'));\n`,
      ],
      [
        '@libsql/client',
        'libsql',
        `import { createClient } from '@libsql/client';\nexport const db = drizzle(createClient({ url: 'x' }));\n`,
      ],
    ] as const) {
      it(`in Drizzle on SQLite, ${database}`, () => {
        const tables = DRIZZLE.replaceAll('pg-core', 'sqlite-core')
          .replaceAll('pgTable', 'sqliteTable')
          .replace('boolean, ', 'integer, ')
          .replace(', timestamp }', ' }')
          .replace(/boolean\(('\w+')\)/, "integer($1, { mode: 'boolean' })")
          .replace(/timestamp\(.*?\)\./, "integer('expires_at').");
        const files = {
          'package.json': manifest('express', 'drizzle-orm', driver),
          'src/db/tables.ts': tables,
          'src/db/index.ts': `import { drizzle } from 'drizzle-orm/${database}';\n${db}`,
        };
        const { created } = plan(files, 'set-up');
        assert.ok(created['src/lib/auth-schema.ts']);
        assert.deepEqual(typeCheck({ ...files, ...created }), []);
      });
    }
    for (const database of ['node-postgres', 'postgres-js', 'mysql2', 'better-sqlite3', 'libsql'] as const) {
      it(`with other names of columns, in ${database}`, () => {
        const names = { emailColumn: 'mail', emailVerifiedColumn: 'mail_ok', passwordHashColumn: 'pw' };
        const { files } = renderSetUp(completeParams({ framework: 'express', database, names }));
        const users = files.find(({ part }) => part === 'users')!.text;
        assert.doesNotMatch(users, /email_verified|password_hash|\(id, email\b|WHERE email\b/);
        assert.deepEqual(typeCheck(Object.fromEntries(files.map(({ path, text }) => [path, text]))), []);
      });
    }
  });

  it('propose the columns that a table of Drizzle lacks, and say the rest', () => {
    const tables = DRIZZLE.replace(/ {2}isEmailVerified.*\n/, "  name: text('name').notNull(),\n").replace(
      "text('id').primaryKey(),\n  email",
      "integer('id').primaryKey(),\n  email",
    );
    const { notes, proposed } = plan({ ...DRIZZLE_PROJECT, 'src/db/tables.ts': tables }, 'login');
    assert.deepEqual(notes.slice(0, 2), [
      'members.id in src/db/tables.ts is a number: Lucia and the building blocks use text.',
      'A row of members needs name, too: give it in createUser.',
    ]);
    assert.equal(
      proposed['src/db/tables.ts'],
      tables.replace(
        "text('hashed_password'),\n",
        "text('hashed_password'),\n  emailVerified: boolean('email_verified').notNull().default(false),\n",
      ),
    );
  });

  const COLUMNS: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'on one line',
      "import { text, sqliteTable } from 'drizzle-orm/sqlite-core';\nexport const user = sqliteTable('user', { id: text('id').primaryKey() });\n",
      "import { integer, text, sqliteTable } from 'drizzle-orm/sqlite-core';\nexport const user = sqliteTable('user', { id: text('id').primaryKey(), email: text('email').unique(), emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false), passwordHash: text('password_hash') });\n",
    ],
    [
      'with tabs, double quotes, no last comma, a comment and CRLF',
      'import {\r\n\tmysqlTable,\r\n\tvarchar\r\n} from "drizzle-orm/mysql-core"\r\nexport const user = mysqlTable("user", {\r\n\tid: varchar("id", { length: 16 }).primaryKey(),\r\n\temail: varchar("email", { length: 99 }).unique() // the login\r\n})\r\n',
      'import {\r\n\tboolean,\r\n\tmysqlTable,\r\n\tvarchar\r\n} from "drizzle-orm/mysql-core"\r\nexport const user = mysqlTable("user", {\r\n\tid: varchar("id", { length: 16 }).primaryKey(),\r\n\temail: varchar("email", { length: 99 }).unique(), // the login\r\n\temailVerified: boolean("email_verified").notNull().default(false),\r\n\tpasswordHash: varchar("password_hash", { length: 255 }),\r\n})\r\n',
    ],
    [
      'made by a function',
      "import { pgTable } from 'drizzle-orm/pg-core';\nexport const user = pgTable('user', (t) => ({\n  id: t.text().primaryKey(),\n  email: t.text().unique(),\n}));\n",
      "import { pgTable } from 'drizzle-orm/pg-core';\nexport const user = pgTable('user', (t) => ({\n  id: t.text().primaryKey(),\n  email: t.text().unique(),\n  emailVerified: t.boolean('email_verified').notNull().default(false),\n  passwordHash: t.text('password_hash'),\n}));\n",
    ],
  ];
  for (const [name, before, after] of COLUMNS) {
    it(`add columns to a table that is written ${name}`, () => {
      const table = readSchema(new Map([['tables.ts', before]]), 'drizzle', {}).user!;
      assert.equal(addDrizzleColumns('tables.ts', before, table), after);
      const whole = readSchema(new Map([['tables.ts', after]]), 'drizzle', {}).user!;
      assert.equal(addDrizzleColumns('tables.ts', after, whole), undefined);
    });
  }

  it('keep away from a file of other tables', () => {
    const other = `import { pgTable, text } from 'drizzle-orm/pg-core';\nexport const posts = pgTable('posts', { id: text('id') });\n`;
    const files = { ...DRIZZLE_PROJECT, 'src/db/tables.ts': '', 'src/lib/schema.ts': other };
    const { created, proposed } = plan(files, 'login');
    assert.match(created['src/lib/auth-schema.ts']!, /pgTable\('users'/);
    assert.match(created['src/lib/users.ts']!, /from '\.\/auth-schema\.js'/);
    assert.deepEqual(proposed, {});
  });

  it('propose a Prisma schema with what it lacks, and keep the rest', () => {
    const files = { 'package.json': manifest('express', '@prisma/client'), 'prisma/schema.prisma': PRISMA };
    const { created, proposed, notes, params } = plan(files, 'signup');
    assert.equal(created['prisma/schema.prisma'], undefined);
    const schema = proposed['prisma/schema.prisma']!;
    assert.ok(schema.startsWith(PRISMA.slice(0, PRISMA.indexOf('model User'))), schema);
    assert.equal(schema.match(/^model User \{/gm)?.length, 1);
    assert.match(schema, /team {5}String\n {2}emailVerified Boolean[^]*?\n {2}sessions {6}Session\[\]\n/);
    assert.doesNotMatch(schema, /passwordHash/);
    for (const model of ['Session', 'OAuthAccount', 'UserToken'])
      assert.match(schema, new RegExp(`^model ${model} `, 'm'));
    assert.equal(params.names.passwordHashColumn, 'password');
    assert.match(created['src/lib/users.ts']!, /prisma\.user\.create\(\{ data: rowOf\(user\)/);
    assert.deepEqual(notes, ['A row of User needs team, too: give it in createUser.']);
    const again = plan({ ...files, ...created, 'prisma/schema.prisma': schema }, 'login');
    assert.equal(again.proposed['prisma/schema.prisma'], undefined);
  });

  it('write SQL for what the migrations do not hold', () => {
    const migration = `CREATE TABLE IF NOT EXISTS "accounts_users" (id INTEGER PRIMARY KEY);
CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL, -- the address, lower-case
  password_digest NUMERIC(1, 2),
  hashed_password TEXT,
  UNIQUE (email)
);
CREATE TABLE user_sessions (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, expires_at INTEGER NOT NULL);
`;
    const files = { 'package.json': manifest('express', 'better-sqlite3'), 'migrations/001.sql': migration };
    const { created, proposed, params } = plan(files, 'login');
    assert.equal(params.names.sessionTable, 'user_sessions');
    const schema = created['schema.sql']!;
    assert.doesNotMatch(schema, /CREATE TABLE (?:users|sessions|user_sessions)\b/);
    assert.match(schema, /ALTER TABLE users ADD COLUMN email_verified INTEGER NOT NULL DEFAULT 0;/);
    assert.doesNotMatch(schema, /ADD COLUMN (?:email |password)/);
    assert.match(schema, /CREATE TABLE oauth_accounts/);
    assert.match(created['src/lib/users.ts']!, /SELECT id, email, email_verified, hashed_password FROM users/);
    assert.deepEqual(proposed, {});
    const again = plan({ ...files, ...created }, 'db-schema');
    assert.equal(again.created['schema.sql'], undefined);
    assert.equal(again.proposed['schema.sql'], undefined);
  });

  it('write no second schema for tables that only the adapter names', () => {
    const auth = (adapter: string) =>
      `import { Lucia } from 'lucia';\nconst adapter = ${adapter};\nexport const lucia = new Lucia(adapter, {});\n`;
    const sql = plan(
      {
        'package.json': manifest('express', 'pg'),
        'src/auth.ts': auth("new NodePostgresAdapter(pool, { user: 'auth_user', session: 'auth_session' })"),
      },
      'login',
    );
    assert.doesNotMatch(sql.created['schema.sql']!, /CREATE TABLE auth_|ALTER TABLE/);
    assert.match(sql.created['schema.sql']!, /REFERENCES auth_user \(id\)/);
    assert.match(sql.notes[0]!, /^The declaration of auth_user was not found: the new files expect email, /);
    const prisma = plan(
      {
        'package.json': manifest('express', '@prisma/client'),
        'src/auth.ts': auth('new PrismaAdapter(client.session, client.member)'),
      },
      'login',
    );
    assert.deepEqual(
      Object.keys(prisma.created).filter((path) => path.endsWith('.prisma')),
      [],
    );
    assert.match(prisma.created['src/lib/users.ts']!, /prisma\.member\.findUnique/);
  });

  it('leave a schema alone that an earlier block wrote', () => {
    for (const packages of [['better-sqlite3'], ['drizzle-orm', 'pg'], ['@prisma/client']]) {
      const files = { 'package.json': manifest('express', ...packages) };
      const first = plan(files, 'login');
      const { created, proposed, notes } = plan({ ...files, ...first.created }, 'oauth-callback');
      const paths = [...Object.keys(created), ...Object.keys(proposed)];
      assert.deepEqual(
        paths.filter((path) => /schema|users|auth|db\.ts/.test(path)),
        [],
        packages.join(),
      );
      assert.deepEqual(notes, []);
    }
  });

  it('go together with an instance and a wrapper that are elsewhere', () => {
    const files = {
      'package.json': manifest('express', 'better-sqlite3'),
      'src/core/auth.ts': `import { Lucia } from 'lucia';\nexport const auth = new Lucia(new BetterSqlite3Adapter(db, { user: 'users', session: 'sessions' }));\n`,
      'src/core/session.ts': 'export const whoIs = (id: string) => auth.validateSession(id);\n',
      '.env.example': 'DATABASE_FILE=mine.db\n',
    };
    const set = plan(files, 'set-up');
    const paths = Object.keys(set.created);
    assert.ok(!paths.includes('src/lib/auth.ts') && !paths.includes('src/lib/session.ts'), paths.join());
    assert.match(set.created['src/routes/login.ts']!, /import \{ auth \} from '\.\.\/core\/auth\.js'/);
    assert.match(set.proposed['.env.example']!, /^DATABASE_FILE=mine\.db\nGITHUB_CLIENT_ID=\n/);
    const one = plan(files, 'session-wrapper');
    assert.match(one.proposed['src/core/session.ts']!, /from '\.\/auth\.js'/);
    assert.deepEqual(
      Object.keys(one.created).filter((path) => path.includes('session')),
      [],
    );
  });

  it('say when a file that they import from lacks something', () => {
    const files = {
      'package.json': manifest('express', 'better-sqlite3'),
      'src/lib/users.ts': 'export const x = 1;\n',
    };
    const { notes } = plan(files, 'login');
    assert.equal(notes.length, 1);
    assert.match(notes[0]!, /^src\/lib\/users\.ts exists and lacks findUserByEmail, /);
  });
});
