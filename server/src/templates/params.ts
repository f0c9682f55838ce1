import type { CodeStyle } from '../core/text';
import type { ExistingSchema, Layer } from './schema';

export const FRAMEWORKS = ['next-app', 'next-pages', 'sveltekit', 'astro', 'express', 'hono', 'nuxt'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export const FRAMEWORK_TITLES: Readonly<Record<Framework, string>> = {
  'next-app': 'Next.js App Router',
  'next-pages': 'Next.js Pages Router',
  sveltekit: 'SvelteKit',
  astro: 'Astro',
  express: 'Express',
  hono: 'Hono',
  nuxt: 'Nuxt',
};

export const DATABASES = [
  'drizzle-pg',
  'drizzle-mysql',
  'drizzle-sqlite',
  'drizzle-libsql',
  'prisma',
  'node-postgres',
  'postgres-js',
  'mysql2',
  'better-sqlite3',
  'libsql',
  'mongodb',
] as const;
export type Database = (typeof DATABASES)[number];

export const DATABASE_TITLES: Readonly<Record<Database, string>> = {
  'drizzle-pg': 'Drizzle ORM, PostgreSQL',
  'drizzle-mysql': 'Drizzle ORM, MySQL',
  'drizzle-sqlite': 'Drizzle ORM, SQLite (better-sqlite3)',
  'drizzle-libsql': 'Drizzle ORM, SQLite (libSQL)',
  prisma: 'Prisma',
  'node-postgres': 'node-postgres (pg)',
  'postgres-js': 'Postgres.js',
  mysql2: 'mysql2',
  'better-sqlite3': 'better-sqlite3',
  libsql: 'libSQL',
  mongodb: 'MongoDB',
};

export const PASSWORD_LIBRARIES = ['@node-rs/argon2', 'oslo', 'argon2', 'bcrypt', 'bcryptjs', 'lucia'] as const;
export type PasswordLibrary = (typeof PASSWORD_LIBRARIES)[number];

export type ArcticMajor = 1 | 2 | 3;

/** The names that the generated code uses for things that the project may already have under other names. */
export interface Names {
  readonly lucia: string;
  readonly validateRequest: string;
  /** Drizzle: the names of the table constants. Prisma: of the client's properties. Otherwise: of the tables. */
  readonly userTable: string;
  readonly sessionTable: string;
  readonly accountTable: string;
  readonly tokenTable: string;
  /** The columns of the user table, as code writes them. */
  readonly emailColumn: string;
  readonly emailVerifiedColumn: string;
  readonly passwordHashColumn: string;
}

export interface TemplateParams {
  readonly framework: Framework;
  readonly frameworkMajor: number;
  /** Of Lucia 3: `generateIdFromEntropySize` came with 3.2. */
  readonly luciaMinor: number;
  readonly database: Database;
  /** Of Drizzle 0.x: since 0.36, indexes and keys of a table are a list. */
  readonly drizzleMinor: number;
  /** Drizzle on PostgreSQL can sit on either driver. */
  readonly driver: 'pg' | 'postgres' | undefined;
  readonly password: PasswordLibrary;
  /** The name of the class in arctic: `GitHub`, `MicrosoftEntraId`. */
  readonly provider: string;
  readonly arcticMajor: ArcticMajor;
  /** `src/` or nothing; always `src/` in SvelteKit and Astro, the server folder's parent in Nuxt. */
  readonly sourceDir: '' | 'src/';
  /** How the project imports its own files from anywhere, when it has an alias: `@/` for `src/`. */
  readonly alias: { readonly prefix: string; readonly target: string } | undefined;
  /** Folders of routes that the project keeps inside of a group, by the folder that they stand for: `app/login` is in `app/(auth)/login`. */
  readonly groups: Readonly<Record<string, string>>;
  /** What relative imports end in: `.js` in Node ESM projects. */
  readonly importExtension: '' | '.js' | '.ts';
  readonly names: Names;
  /** What the project's module of the database exports it as, `default` included; undefined where it is a part of ours. */
  readonly connection: string | undefined;
  /** Whether `user.email` is an attribute of the users that a session gives. */
  readonly userHasEmail: boolean;
  /** Whether a new session needs attributes that only the project can give. */
  readonly sessionsHaveAttributes: boolean;
  /** Where parts are that the project already has: path from the project folder, without extension. */
  readonly modules: Readonly<Record<string, string>>;
  /** Import specifiers that are settled, by part: used as they are. */
  readonly specifiers: Readonly<Record<string, string>>;
  readonly style: CodeStyle;
  /** The tables that the project has already. */
  readonly tables: ExistingSchema;
  /** Whether the usual file for tables of Drizzle holds other tables. */
  readonly schemaTaken: boolean;
}

export const NO_TABLES: ExistingSchema = {
  user: undefined,
  session: undefined,
  account: undefined,
  token: undefined,
};

export const DEFAULT_STYLE: CodeStyle = {
  quote: "'",
  semicolon: true,
  indent: '  ',
  lineEnd: '\n',
  trailingComma: true,
};

const MAJORS: Readonly<Record<Framework, number>> = {
  'next-app': 15,
  'next-pages': 15,
  sveltekit: 2,
  astro: 5,
  express: 5,
  hono: 4,
  nuxt: 4,
};

/** How a layer speaks of tables: layers of one kind share names. */
export function layerOf(database: Database): Layer {
  return database.startsWith('drizzle-') ? 'drizzle' : database === 'prisma' ? 'prisma' : 'sql';
}

const TABLES: Readonly<Record<Layer, Pick<Names, 'userTable' | 'sessionTable' | 'accountTable' | 'tokenTable'>>> = {
  drizzle: {
    userTable: 'userTable',
    sessionTable: 'sessionTable',
    accountTable: 'accountTable',
    tokenTable: 'tokenTable',
  },
  prisma: { userTable: 'user', sessionTable: 'session', accountTable: 'oAuthAccount', tokenTable: 'userToken' },
  sql: { userTable: 'users', sessionTable: 'sessions', accountTable: 'oauth_accounts', tokenTable: 'user_tokens' },
};

export function defaultNames(database: Database): Names {
  const layer = layerOf(database);
  return {
    lucia: 'lucia',
    validateRequest: 'validateRequest',
    ...TABLES[layer],
    emailColumn: 'email',
    ...(layer === 'sql'
      ? { emailVerifiedColumn: 'email_verified', passwordHashColumn: 'password_hash' }
      : { emailVerifiedColumn: 'emailVerified', passwordHashColumn: 'passwordHash' }),
  };
}

/** Fills in what a caller leaves open with what a new project of that framework has. */
export function completeParams(
  given: Partial<Omit<TemplateParams, 'names'>> & { readonly names?: Partial<Names> },
): TemplateParams {
  const framework = given.framework ?? 'next-app';
  const database = given.database ?? 'drizzle-sqlite';
  const next = framework === 'next-app' || framework === 'next-pages';
  const sourceDir =
    given.sourceDir ??
    (framework === 'sveltekit' || framework === 'astro' || (!next && framework !== 'nuxt') ? 'src/' : '');
  return {
    frameworkMajor: MAJORS[framework],
    luciaMinor: 2,
    drizzleMinor: 45,
    driver: undefined,
    password: '@node-rs/argon2',
    provider: 'GitHub',
    arcticMajor: 3,
    importExtension: framework === 'express' || framework === 'hono' ? '.js' : '',
    groups: {},
    connection: undefined,
    userHasEmail: true,
    sessionsHaveAttributes: false,
    modules: {},
    specifiers: {},
    style: DEFAULT_STYLE,
    tables: NO_TABLES,
    schemaTaken: false,
    ...given,
    framework,
    database,
    sourceDir,
    alias:
      'alias' in given
        ? given.alias
        : next
          ? { prefix: '@/', target: sourceDir }
          : framework === 'sveltekit'
            ? { prefix: '$lib/', target: 'src/lib/' }
            : undefined,
    names: { ...defaultNames(database), ...given.names },
  };
}
