import { BLOCK_SOURCES } from './blocks.generated';
import { providerSlug } from './oauth';
import type { Database, Framework, TemplateParams } from './params';
import { isWhole } from './schema';

/** One file of generated code. Others import it as `#id`; where it lands depends on the framework. */
export interface Part {
  /** The name of its source under snippets/blocks. */
  readonly source: (params: TemplateParams) => string;
  /** Where it lands, from the project folder. */
  readonly path: (params: TemplateParams) => string;
}

const PASSWORD_SOURCES = {
  '@node-rs/argon2': 'node-rs-argon2',
  oslo: 'oslo',
  argon2: 'argon2',
  bcrypt: 'bcrypt',
  bcryptjs: 'bcryptjs',
  lucia: 'lucia',
} as const;

/** Layers whose part is the same as that of another layer. */
const SHARED: Readonly<Record<string, Partial<Record<Database, Database | 'drizzle'>>>> = {
  'users.ts': {
    'drizzle-pg': 'drizzle',
    'drizzle-mysql': 'drizzle',
    'drizzle-sqlite': 'drizzle',
    'drizzle-libsql': 'drizzle',
  },
  'adapter.ts': { 'drizzle-libsql': 'drizzle-sqlite' },
  'schema.ts': { 'drizzle-libsql': 'drizzle-sqlite' },
  'schema.sql': { 'postgres-js': 'node-postgres', libsql: 'better-sqlite3' },
};

function databaseSource(file: string, { database }: TemplateParams): string {
  return `db/${SHARED[file]?.[database] ?? database}/${file}`;
}

/** The schema is TypeScript, SQL or a Prisma schema. */
function schemaFile(params: TemplateParams): string {
  if (params.database === 'prisma') return 'schema.prisma';
  return params.database.startsWith('drizzle-') || params.database === 'mongodb' ? 'schema.ts' : 'schema.sql';
}

const isDrizzle = ({ database }: TemplateParams): boolean => database.startsWith('drizzle-');

/** The folder for code that only the server uses. */
function library(params: TemplateParams): string {
  if (params.framework === 'sveltekit') return 'src/lib/server/';
  return params.framework === 'nuxt' ? 'server/utils/' : `${params.sourceDir}lib/`;
}

const inLibrary = (source: string | Part['source'], file: string | Part['path']): Part => ({
  source: typeof source === 'string' ? () => source : source,
  path: (params) => library(params) + (typeof file === 'string' ? file : file(params)),
});

/** A part whose source each framework has for itself, with the places where it goes. */
function perFramework(source: string, paths: Partial<Record<Framework, string>>): Part {
  return {
    source: (params) => {
      const stem = `${params.framework}/${source}.`;
      const name = Object.keys(BLOCK_SOURCES).find((key) => key.startsWith(stem));
      if (!name) throw new Error(`${params.framework} has no ${source}`);
      return name;
    },
    path: (params) => {
      const path = paths[params.framework];
      if (path === undefined) throw new Error(`${params.framework} has no ${source}`);
      const place = path
        .replace('{src}', params.sourceDir)
        .replace('{lib}', library(params))
        .replace('{pages}', params.framework === 'nuxt' && params.frameworkMajor >= 4 ? 'app/pages/' : 'pages/')
        .replace('{provider}', providerSlug(params.provider))
        .replace('{proxy}', params.frameworkMajor >= 16 ? 'proxy' : 'middleware')
        .replace('{get}', params.provider === 'Apple' ? 'post' : 'get');
      return inGroup(place, params.groups);
    },
  };
}

/** A second page at the address of one that the project has would break its build: the folder that is there is taken. */
function inGroup(path: string, groups: TemplateParams['groups']): string {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const there = groups[path.slice(0, end)];
    if (there !== undefined) return there + path.slice(end);
  }
  return path;
}

const everywhere = (path: string): Partial<Record<Framework, string>> => ({
  'next-app': path,
  'next-pages': path,
  sveltekit: path,
  astro: path,
  express: path,
  hono: path,
  nuxt: path,
});

export const PARTS: Readonly<Record<string, Part>> = {
  env: inLibrary('shared/env.ts', 'env.ts'),
  db: inLibrary((params) => databaseSource('db.ts', params), 'db.ts'),
  schema: {
    source: (params) => databaseSource(schemaFile(params), params),
    path: (params) => {
      const file = schemaFile(params);
      const { user } = params.tables;
      if (user && (file === 'schema.prisma' || isWhole(params.tables))) return user.path;
      if (file === 'schema.prisma') return 'prisma/schema.prisma';
      if (file === 'schema.sql') return file;
      // Beside the schema that the project has, and with all of it: code imports either from here.
      return library(params) + (isDrizzle(params) && (user || params.schemaTaken) ? 'auth-schema.ts' : file);
    },
  },
  adapter: inLibrary((params) => databaseSource('adapter.ts', params), 'adapter.ts'),
  userTypes: inLibrary('shared/user-types.ts', 'user-types.ts'),
  users: inLibrary((params) => databaseSource('users.ts', params), 'users.ts'),
  password: inLibrary((params) => `password/${PASSWORD_SOURCES[params.password]}.ts`, 'password.ts'),
  credentials: inLibrary('shared/credentials.ts', 'credentials.ts'),
  throttle: inLibrary('shared/throttle.ts', 'throttle.ts'),
  tokens: inLibrary('shared/tokens.ts', 'tokens.ts'),
  mail: inLibrary('shared/mail.ts', 'mail.ts'),
  verification: inLibrary('shared/verification.ts', 'verification.ts'),
  reset: inLibrary('shared/reset.ts', 'password-reset.ts'),
  accounts: inLibrary('shared/accounts.ts', 'accounts.ts'),
  provider: inLibrary(
    (params) => {
      const own = `providers/${providerSlug(params.provider)}.ts`;
      return own in BLOCK_SOURCES ? own : 'providers/any.ts';
    },
    (params) => `${providerSlug(params.provider)}.ts`,
  ),
  auth: inLibrary('shared/auth.ts', 'auth.ts'),
  clientAddress: perFramework('client-address', everywhere('{lib}client-address.ts')),
  cookies: perFramework('cookies', everywhere('{lib}cookies.ts')),
  origin: perFramework('origin', { ...everywhere('{lib}origin.ts'), nuxt: 'server/middleware/1.origin.ts' }),
  session: perFramework('session', { ...everywhere('{lib}session.ts'), nuxt: 'server/middleware/2.session.ts' }),
  hooks: perFramework('hooks', { sveltekit: 'src/hooks.server.ts', astro: 'src/middleware.ts' }),
  proxy: perFramework('proxy', { 'next-app': '{src}{proxy}.ts', 'next-pages': '{src}{proxy}.ts' }),
  app: perFramework('app', { express: '{src}app.ts', hono: '{src}app.ts' }),
  login: perFramework('login', {
    'next-app': '{src}app/login/actions.ts',
    'next-pages': '{src}pages/api/login.ts',
    sveltekit: 'src/routes/login/+page.server.ts',
    astro: 'src/pages/api/login.ts',
    express: '{src}routes/login.ts',
    hono: '{src}routes/login.ts',
    nuxt: 'server/api/login.post.ts',
  }),
  loginPage: perFramework('loginPage', {
    'next-app': '{src}app/login/page.tsx',
    'next-pages': '{src}pages/login.tsx',
    sveltekit: 'src/routes/login/+page.svelte',
    astro: 'src/pages/login.astro',
    nuxt: '{pages}login.vue',
  }),
  signup: perFramework('signup', {
    'next-app': '{src}app/signup/actions.ts',
    'next-pages': '{src}pages/api/signup.ts',
    sveltekit: 'src/routes/signup/+page.server.ts',
    astro: 'src/pages/api/signup.ts',
    express: '{src}routes/signup.ts',
    hono: '{src}routes/signup.ts',
    nuxt: 'server/api/signup.post.ts',
  }),
  signupPage: perFramework('signupPage', {
    'next-app': '{src}app/signup/page.tsx',
    'next-pages': '{src}pages/signup.tsx',
    sveltekit: 'src/routes/signup/+page.svelte',
    astro: 'src/pages/signup.astro',
    nuxt: '{pages}signup.vue',
  }),
  verifyEmail: perFramework('verifyEmail', {
    'next-app': '{src}app/verify-email/route.ts',
    'next-pages': '{src}pages/api/verify-email.ts',
    sveltekit: 'src/routes/verify-email/+server.ts',
    astro: 'src/pages/verify-email.ts',
    nuxt: 'server/routes/verify-email.get.ts',
  }),
  logout: perFramework('logout', {
    'next-app': '{src}app/logout/route.ts',
    'next-pages': '{src}pages/api/logout.ts',
    sveltekit: 'src/routes/logout/+server.ts',
    astro: 'src/pages/api/logout.ts',
    express: '{src}routes/logout.ts',
    hono: '{src}routes/logout.ts',
    nuxt: 'server/api/logout.post.ts',
  }),
  protected: perFramework('protected', {
    'next-app': '{src}app/account/page.tsx',
    'next-pages': '{src}pages/account.tsx',
    sveltekit: 'src/routes/account/+page.server.ts',
    astro: 'src/pages/account.astro',
    express: '{src}routes/account.ts',
    hono: '{src}routes/account.ts',
    nuxt: 'server/api/account.get.ts',
  }),
  protectedPage: perFramework('protectedPage', {
    sveltekit: 'src/routes/account/+page.svelte',
    nuxt: '{pages}account.vue',
  }),
  oauthStart: perFramework('oauthStart', {
    'next-app': '{src}app/login/{provider}/route.ts',
    'next-pages': '{src}pages/api/login/{provider}/index.ts',
    sveltekit: 'src/routes/login/{provider}/+server.ts',
    astro: 'src/pages/login/{provider}/index.ts',
    express: '{src}routes/{provider}-start.ts',
    hono: '{src}routes/{provider}-start.ts',
    nuxt: 'server/routes/login/{provider}/index.get.ts',
  }),
  oauthCallback: perFramework('oauthCallback', {
    'next-app': '{src}app/login/{provider}/callback/route.ts',
    'next-pages': '{src}pages/api/login/{provider}/callback.ts',
    sveltekit: 'src/routes/login/{provider}/callback/+server.ts',
    astro: 'src/pages/login/{provider}/callback.ts',
    express: '{src}routes/{provider}-callback.ts',
    hono: '{src}routes/{provider}-callback.ts',
    nuxt: 'server/routes/login/{provider}/callback.{get}.ts',
  }),
  resetRoutes: perFramework('reset', {
    'next-app': '{src}app/reset-password/actions.ts',
    'next-pages': '{src}pages/api/reset-password.ts',
    sveltekit: 'src/routes/reset-password/+page.server.ts',
    astro: 'src/pages/api/reset-password.ts',
    express: '{src}routes/password-reset.ts',
    hono: '{src}routes/password-reset.ts',
    nuxt: 'server/api/reset-password.post.ts',
  }),
  resetPage: perFramework('resetPage', {
    'next-app': '{src}app/reset-password/page.tsx',
    'next-pages': '{src}pages/reset-password.tsx',
    sveltekit: 'src/routes/reset-password/+page.svelte',
    astro: 'src/pages/reset-password.astro',
    nuxt: '{pages}reset-password.vue',
  }),
  forgot: perFramework('forgot', {
    'next-pages': '{src}pages/api/forgot-password.ts',
    sveltekit: 'src/routes/forgot-password/+page.server.ts',
    astro: 'src/pages/api/forgot-password.ts',
    nuxt: 'server/api/forgot-password.post.ts',
  }),
  forgotPage: perFramework('forgotPage', {
    'next-app': '{src}app/forgot-password/page.tsx',
    'next-pages': '{src}pages/forgot-password.tsx',
    sveltekit: 'src/routes/forgot-password/+page.svelte',
    astro: 'src/pages/forgot-password.astro',
    nuxt: '{pages}forgot-password.vue',
  }),
};

/** Whether a part exists for the framework of these parameters. */
export function hasPart(id: string, params: TemplateParams): boolean {
  const part = PARTS[id];
  if (!part) return false;
  try {
    return part.source(params) in BLOCK_SOURCES && part.path(params) !== '';
  } catch {
    return false;
  }
}

/** Parts that read and write tables, of a schema that is no module to import. */
const ON_TABLES = new Set(['users', 'auth']);

const BEHIND_MIDDLEWARE = new Set(['protected', 'login', 'signup', 'logout', 'oauthCallback', 'resetRoutes', 'forgot']);

/**
 * Parts that a part relies on and does not import: what the framework runs, where the request gets its user, and the
 * tables, where they are not written in TypeScript.
 */
export function companionsOf(id: string, params: TemplateParams): readonly string[] {
  if (ON_TABLES.has(id)) {
    // The schema of a Prisma client that the project uses is somewhere, if not here.
    const isElsewhere = params.database === 'prisma' && params.tables.user?.isDeclared === false;
    return isDrizzle(params) || isWhole(params.tables) || isElsewhere ? [] : ['schema'];
  }
  if (!BEHIND_MIDDLEWARE.has(id)) return [];
  if (params.framework === 'nuxt') return ['origin', 'session'];
  const hooks = params.framework === 'sveltekit' || params.framework === 'astro';
  return hooks && params.modules['session'] === undefined ? ['hooks'] : [];
}
