import { providerSlug } from './oauth';
import type { Database, Framework, TemplateParams } from './params';
import type { RenderedFile } from './render';

const ORIGINS: Readonly<Record<Framework, string>> = {
  'next-app': 'http://localhost:3000',
  'next-pages': 'http://localhost:3000',
  sveltekit: 'http://localhost:5173',
  astro: 'http://localhost:4321',
  express: 'http://localhost:3000',
  hono: 'http://localhost:3000',
  nuxt: 'http://localhost:3000',
};

function databaseUrl(database: Database): string {
  if (database === 'libsql' || database === 'drizzle-libsql') return 'file:data.db';
  if (database === 'mongodb') return 'mongodb://localhost:27017/app';
  return database.includes('mysql') ? 'mysql://root@localhost:3306/app' : 'postgres://postgres@localhost:5432/app';
}

/** A file that lists the settings that other files of a set read, with values for development where any would do. */
export function renderSettings(files: readonly RenderedFile[], params: TemplateParams): RenderedFile {
  const names = new Set<string>();
  for (const { text } of files) {
    for (const [, name] of text.matchAll(/(?:requiredEnv|env)\(['"]([A-Z][A-Z0-9_]*)['"]\)/g)) names.add(name!);
  }
  const origin = ORIGINS[params.framework];
  const callback = `${params.framework === 'next-pages' ? '/api' : ''}/login/${providerSlug(params.provider)}/callback`;
  const value = (name: string): string => {
    if (name === 'DATABASE_FILE') return 'data.db';
    if (name === 'DATABASE_URL') return databaseUrl(params.database);
    if (name === 'SITE_ORIGIN') return origin;
    return name.endsWith('_REDIRECT_URI') ? origin + callback : '';
  };
  const lines = [
    '# What the server has to be told. Copy this file to .env, fill it in, and keep .env out of version control.',
    ...(files.some(({ path }) => path === 'schema.sql') ? ['# The tables are in schema.sql: create them first.'] : []),
    ...[...names].sort().map((name) => `${name}=${value(name)}`),
    '',
  ];
  return { part: 'settings', path: '.env.example', text: lines.join(params.style.lineEnd), openAt: 0 };
}
