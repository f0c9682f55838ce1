import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { completeParams } from '../../../server/src/templates/params';
import type { Database } from '../../../server/src/templates/params';
import { renderPart } from '../../../server/src/templates/render';
import { CACHE, run } from '../packages';

/** The database of an app, seen from outside. */
export interface Store {
  /** What the app needs to know to reach it. */
  readonly env: Readonly<Record<string, string>>;
  setExpiry(sessionId: string, seconds: number): Promise<void>;
  /** Seconds since 1970. */
  expiryOf(sessionId: string): Promise<number>;
  userOf(sessionId: string): Promise<string>;
  countTokens(hash: string): Promise<number>;
  close(): Promise<void>;
}

const cached = createRequire(join(CACHE, 'package.json'));

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** All layers have the same tables under the same names in the database. */
function schemaOf(database: 'better-sqlite3' | 'node-postgres' | 'mysql2'): string {
  return renderPart('schema', completeParams({ framework: 'express', database })).file.text;
}

export function openStore(database: Database, folder: string): Promise<Store> {
  if (['node-postgres', 'postgres-js', 'drizzle-pg'].includes(database)) {
    return postgresStore(schemaOf('node-postgres'), 'sessions', 'user_tokens', '');
  }
  if (database === 'prisma') return postgresStore(PRISMA_SCHEMA, '"Session"', '"UserToken"', " AT TIME ZONE 'UTC'");
  if (['mysql2', 'drizzle-mysql'].includes(database)) return mysqlStore();
  return Promise.resolve(sqliteStore(join(folder, 'data.db')));
}

interface Sqlite {
  exec(text: string): void;
  prepare(text: string): {
    get(...values: unknown[]): Record<string, unknown> | undefined;
    run(...values: unknown[]): unknown;
  };
  close(): void;
}

function sqliteStore(file: string): Store {
  const SqliteDatabase = cached('better-sqlite3') as new (path: string) => Sqlite;
  const db = new SqliteDatabase(file);
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(schemaOf('better-sqlite3'));
  const value = (sql: string, id: string): unknown => Object.values(db.prepare(sql).get(id) ?? {})[0];
  return {
    env: { DATABASE_FILE: file, DATABASE_URL: `file:${file}` },
    setExpiry: async (id, seconds) =>
      void db.prepare('UPDATE sessions SET expires_at = ? WHERE id = ?').run(seconds, id),
    expiryOf: async (id) => Number(value('SELECT expires_at FROM sessions WHERE id = ?', id)),
    userOf: async (id) => String(value('SELECT user_id FROM sessions WHERE id = ?', id)),
    countTokens: async (hash) => Number(value('SELECT count(*) FROM user_tokens WHERE hash = ?', hash)),
    close: async () => db.close(),
  };
}

interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Servers run as the user that Debian made for them: PostgreSQL refuses to run as root. */
async function startServer(
  user: string,
  prepare: (folder: string) => readonly string[],
  serve: (folder: string, port: number) => readonly string[],
): Promise<{ port: number; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lucia-guard-proof-'));
  const root = process.getuid?.() === 0;
  if (root) {
    const ids = ['-u', '-g'].map((flag) => Number(run('id', [flag, user], folder)));
    chownSync(folder, ids[0]!, ids[1]!);
  }
  const asUser = (command: readonly string[]): readonly string[] =>
    root ? ['runuser', '-u', user, '--', ...command] : command;
  const first = asUser(prepare(folder));
  run(first[0]!, first.slice(1), folder);
  const port = await freePort();
  const command = asUser(serve(folder, port));
  const child = spawn(command[0]!, command.slice(1), { cwd: folder, stdio: 'ignore' });
  return {
    port,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a machine lacks and cannot get: not a fault of what is proven. */
export class CannotBeHad extends Error {}

function install(debianPackage: string): void {
  if (process.getuid?.() !== 0) throw new CannotBeHad(`install ${debianPackage} first`);
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  const done = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (done.status !== 0)
    throw new CannotBeHad(`apt-get does not install ${debianPackage}: ${done.stderr ?? done.error}`);
}

async function retry<T>(action: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await action();
    } catch (error) {
      if (i > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

interface PgClient {
  connect(): Promise<void>;
  query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}

let postgres: Promise<DatabaseServer> | undefined;

async function startPostgres(): Promise<DatabaseServer> {
  const home = '/usr/lib/postgresql';
  const installed = (): string | undefined =>
    existsSync(home) ? readdirSync(home).find((name) => existsSync(join(home, name, 'bin/initdb'))) : undefined;
  if (!installed()) install('postgresql');
  const bin = join(home, installed()!, 'bin');
  const { port, stop } = await startServer(
    'postgres',
    (folder) => [join(bin, 'initdb'), '-A', 'trust', '-U', 'proof', '-D', join(folder, 'data'), '--no-sync'],
    (folder, chosen) => [
      join(bin, 'postgres'),
      '-D',
      join(folder, 'data'),
      '-h',
      '127.0.0.1',
      '-p',
      String(chosen),
      '-k',
      folder,
      '-F',
    ],
  );
  return { url: `postgres://proof@127.0.0.1:${port}/postgres`, stop };
}

/** What `prisma migrate` makes of the schema of the block: the program that does it is a download from elsewhere. */
const PRISMA_SCHEMA = `
  CREATE TABLE "User" (
    "id" TEXT PRIMARY KEY,
    "email" TEXT UNIQUE,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT
  );
  CREATE TABLE "Session" (
    "id" TEXT PRIMARY KEY,
    "user_id" TEXT NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
    "expires_at" TIMESTAMP(3) NOT NULL
  );
  CREATE TABLE "OAuthAccount" (
    "provider" TEXT NOT NULL,
    "provider_user_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
    PRIMARY KEY ("provider", "provider_user_id")
  );
  CREATE TABLE "UserToken" (
    "hash" TEXT PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "user_id" TEXT NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
    "expires_at" TIMESTAMP(3) NOT NULL
  );
`;

/** @param zone what makes a column of the time a moment, where it is written without a zone */
async function postgresStore(schema: string, sessions: string, tokens: string, zone: string): Promise<Store> {
  postgres ??= startPostgres();
  const { url } = await postgres;
  const { Client } = cached('pg') as { Client: new (options: object) => PgClient };
  const client = await retry(async () => {
    const candidate = new Client({ connectionString: url });
    await candidate.connect();
    return candidate;
  });
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await client.query(schema);
  const value = async (sql: string, id: string): Promise<unknown> =>
    Object.values((await client.query(sql, [id])).rows[0] ?? {})[0];
  return {
    env: { DATABASE_URL: url },
    setExpiry: async (id, seconds) =>
      void (await client.query(`UPDATE ${sessions} SET expires_at = to_timestamp($1)${zone} WHERE id = $2`, [
        seconds,
        id,
      ])),
    expiryOf: async (id) =>
      Number(await value(`SELECT extract(epoch FROM expires_at${zone}) FROM ${sessions} WHERE id = $1`, id)),
    userOf: async (id) => String(await value(`SELECT user_id FROM ${sessions} WHERE id = $1`, id)),
    countTokens: async (hash) => Number(await value(`SELECT count(*) FROM ${tokens} WHERE hash = $1`, hash)),
    close: () => client.end(),
  };
}

interface MysqlConnection {
  query(text: string, values?: readonly unknown[]): Promise<[Record<string, unknown>[], unknown]>;
  end(): Promise<void>;
}

let mysql: Promise<DatabaseServer> | undefined;

async function startMysql(): Promise<DatabaseServer> {
  const server = '/usr/sbin/mariadbd';
  if (!existsSync(server)) install('mariadb-server');
  statSync(server);
  const { port, stop } = await startServer(
    'mysql',
    (folder) => [
      'mariadb-install-db',
      '--no-defaults',
      '--auth-root-authentication-method=normal',
      `--datadir=${folder}/data`,
    ],
    (folder, chosen) => [
      server,
      '--no-defaults',
      '--skip-grant-tables',
      '--skip-networking=0',
      '--bind-address=127.0.0.1',
      `--port=${chosen}`,
      `--datadir=${folder}/data`,
      `--socket=${folder}/socket`,
    ],
  );
  return { url: `mysql://proof@127.0.0.1:${port}`, stop };
}

async function mysqlStore(): Promise<Store> {
  mysql ??= startMysql();
  const { url } = await mysql;
  const { createConnection } = cached('mysql2/promise') as {
    createConnection: (options: object) => Promise<MysqlConnection>;
  };
  const connection = await retry(() => createConnection({ uri: url, multipleStatements: true }));
  await connection.query('DROP DATABASE IF EXISTS proof; CREATE DATABASE proof; USE proof');
  await connection.query(schemaOf('mysql2'));
  const value = async (sql: string, id: string): Promise<unknown> =>
    Object.values((await connection.query(sql, [id]))[0][0] ?? {})[0];
  return {
    env: { DATABASE_URL: `${url}/proof` },
    setExpiry: async (id, seconds) =>
      void (await connection.query('UPDATE sessions SET expires_at = ? WHERE id = ?', [new Date(seconds * 1000), id])),
    expiryOf: async (id) =>
      ((await value('SELECT expires_at FROM sessions WHERE id = ?', id)) as Date).getTime() / 1000,
    userOf: async (id) => String(await value('SELECT user_id FROM sessions WHERE id = ?', id)),
    countTokens: async (hash) => Number(await value('SELECT count(*) FROM user_tokens WHERE hash = ?', hash)),
    close: () => connection.end(),
  };
}

/** Ends the database servers that were started. */
export async function stopServers(): Promise<void> {
  for (const server of [postgres, mysql]) {
    const started = await server?.catch(() => undefined);
    await started?.stop();
  }
}
