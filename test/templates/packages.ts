import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { BLOCK_SOURCES } from '../../server/src/templates/blocks.generated';

/** Where the real packages live that the generated code is checked and run against. */
export const CACHE = fileURLToPath(new URL('../../.cache/templates', import.meta.url));

const BASE = {
  '@hono/node-server': '^1.19.0',
  '@libsql/client': '^0.14.0',
  '@lucia-auth/adapter-drizzle': '1.1.0',
  '@lucia-auth/adapter-mongodb': '1.0.3',
  '@lucia-auth/adapter-mysql': '3.0.2',
  '@lucia-auth/adapter-postgresql': '3.1.2',
  '@lucia-auth/adapter-prisma': '4.0.1',
  '@lucia-auth/adapter-sqlite': '3.0.2',
  '@node-rs/argon2': '2.2.1',
  '@prisma/client': '5.22.0',
  '@types/bcrypt': '^6.0.0',
  '@types/better-sqlite3': '^7.6.0',
  '@types/node': '^20.19.0',
  '@types/pg': '^8.11.0',
  arctic: '3.7.0',
  arctic1: 'npm:arctic@1.9.2',
  arctic2: 'npm:arctic@2.3.4',
  argon2: '^0.45.0',
  bcrypt: '^6.0.0',
  bcryptjs: '^3.0.0',
  'better-sqlite3': '^11.0.0',
  'drizzle-orm': '0.45.4',
  h3: '^1.15.0',
  hono: '^4.13.0',
  lucia: '3.2.2',
  mongodb: '^6.0.0',
  mysql2: '^3.0.0',
  oslo: '1.2.1',
  pg: '^8.11.0',
  postgres: '^3.4.0',
  prisma: '5.22.0',
  'tough-cookie': '^5.0.0',
} as const;

const next = (version: string, react: string): Record<string, string> => ({
  next: version,
  react,
  'react-dom': react,
  '@types/react': react,
  '@types/react-dom': react,
});

/** Each set is a folder of its own inside the cache; what it lacks comes from the base set above it. */
export const SETS = {
  '': BASE,
  next14: next('14.2.35', '^18.3.0'),
  next15: next('15.5.29', '^19.0.0'),
  next16: next('16.4.6', '^19.0.0'),
  sveltekit: {
    '@sveltejs/adapter-node': '^5.0.0',
    '@sveltejs/kit': '^2.70.0',
    '@sveltejs/vite-plugin-svelte': '^5.0.0',
    svelte: '^5.0.0',
    vite: '^6.0.0',
  },
  astro4: { '@astrojs/node': '^8.0.0', astro: '^4.16.0' },
  astro5: { '@astrojs/node': '^9.0.0', astro: '^5.0.0' },
  express4: { '@types/express': '^4.17.0', express: '^4.22.0' },
  nuxt3: { nuxt: '^3.20.0', vue: '^3.5.0', 'vue-router': '^4.5.0' },
  nuxt4: { nuxt: '^4.0.0', vue: '^3.5.0', 'vue-router': '^4.5.0' },
  express5: { '@types/express': '^5.0.0', express: '^5.0.0' },
  prisma6: { '@prisma/adapter-pg': '6.19.3', '@prisma/client': '6.19.3', express: '^5.0.0', prisma: '6.19.3' },
} as const satisfies Record<string, Record<string, string>>;

export type SetName = keyof typeof SETS;

/**
 * Installs a set from the registry, unless it is there already. Install scripts do not run. To check types, the packages
 * for one platform only (compilers and other binaries, most of the bytes) are left out.
 */
export function installSet(name: SetName, use: 'check' | 'run' = 'check'): string {
  const folder = join(CACHE, name);
  const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: SETS[name] }, undefined, 2)}\n`;
  const hash = createHash('sha256').update(manifest).digest('hex');
  const stampFile = join(folder, 'node_modules/.stamp');
  const present = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (present === `${hash} run` || present === `${hash} ${use}`) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--prefer-offline'];
  const part = use === 'check' ? ['--omit=optional'] : [];
  run('npm', ['install', ...quiet, ...part, '--prefix', folder], folder);
  writeFileSync(stampFile, `${hash} ${use}`);
  return folder;
}

export function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): string {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
    // A registry or a build that hangs must not hang the tests.
    timeout: 15 * 60_000,
  });
  if (done.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${done.stdout.slice(-4000)}\n${done.stderr.slice(-4000)}`);
  }
  return done.stdout;
}

/** The Prisma client has no types before it is generated. */
export function generatePrismaClient(): void {
  const schema = BLOCK_SOURCES['db/prisma/schema.prisma']!;
  const file = join(CACHE, 'prisma/schema.prisma');
  const client = join(CACHE, 'node_modules/.prisma/client/index.d.ts');
  if (existsSync(client) && existsSync(file) && readFileSync(file, 'utf8') === schema) return;
  mkdirSync(join(CACHE, 'prisma'), { recursive: true });
  writeFileSync(file, schema);
  generatePrisma(CACHE, CACHE, file, ['--no-engine']);
}

/** Generates the client for an app of the set that has a version of Prisma that needs no engine. */
export function generatePrismaClientIn(folder: string, schema: string): void {
  generatePrisma(join(CACHE, 'prisma6'), folder, schema, []);
}

/** Generating needs none of the engines, which cannot always be had: an empty file stands for them. */
function generatePrisma(set: string, folder: string, schema: string, more: readonly string[]): void {
  const none = join(CACHE, 'no-engine');
  writeFileSync(none, '', { mode: 0o755 });
  run(join(set, 'node_modules/.bin/prisma'), ['generate', ...more, '--no-hints', '--schema', schema], folder, {
    PRISMA_QUERY_ENGINE_LIBRARY: none,
    PRISMA_SCHEMA_ENGINE_BINARY: none,
  });
}

/** Type-checking needs no binaries; running does. They are built from source where no prebuilt one can be had. */
export function buildNativeModules(): void {
  const built = join(CACHE, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node');
  if (!existsSync(built)) run('npm', ['rebuild', 'better-sqlite3', '--prefix', CACHE], CACHE);
}
