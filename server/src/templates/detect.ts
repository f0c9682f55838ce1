import type { Host } from '../core/host';
import { calleeName, parse, propertyName, ts, unwrap, walk } from '../core/syntax';
import { codeStyleOf } from '../core/text';
import { providersOf } from './oauth';
import {
  DATABASES,
  DATABASE_TITLES,
  FRAMEWORKS,
  FRAMEWORK_TITLES,
  PASSWORD_LIBRARIES,
  completeParams,
  layerOf,
} from './params';
import type { ArcticMajor, Database, Framework, Names, TemplateParams } from './params';
import { PARTS } from './parts';
import { isWhole, readSchema, undeclared, userColumns } from './schema';
import type { ExistingSchema, ExistingTable } from './schema';

/** Something that the project does not settle. `options` has the best guess first. */
export interface Question {
  readonly id: 'framework' | 'database' | 'password' | 'provider';
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface Detection {
  /** With the best guess for what is open. */
  readonly params: TemplateParams;
  readonly questions: readonly Question[];
  /** Names of the packages that package.json lists. */
  readonly packages: ReadonlySet<string>;
}

interface Manifest {
  readonly packages: ReadonlyMap<string, string>;
  readonly module: boolean;
}

const MAX_FILES = 600;
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'public', 'static']);

/**
 * Reads from a project what the building blocks need to know: framework and version, database layer, password library,
 * arctic major, the Lucia instance, the session wrapper, tables, import alias and code style.
 * @param folder the project folder, which holds package.json; absolute, with forward slashes
 */
export function detectParams(host: Host, folder: string): Detection {
  const manifest = readManifest(host, folder);
  const frameworks = frameworksOf(host, folder, manifest);
  const framework = frameworks[0] ?? 'next-app';
  const databases = databasesOf(manifest);
  const sourceDir = sourceDirOf(host, folder, framework);
  const config = readConfig(host, folder, framework);
  const found = readSources(host, folder, config.alias);
  const listed = PASSWORD_LIBRARIES.filter((name) => name !== 'lucia' && manifest.packages.has(name));
  const imported = listed.filter((name) => found.hashers.has(name));
  const passwords = imported.length > 0 ? imported : listed;
  const database = found.database ?? databases[0] ?? 'better-sqlite3';
  const stored = readStorage(found, database);
  const arcticMajor = arcticMajorOf(manifest, host, folder);
  const provider =
    found.provider !== undefined && providersOf(arcticMajor).includes(found.provider) ? found.provider : 'GitHub';
  const frameworkMajor = frameworkMajorOf(host, folder, framework, manifest);
  const guess = completeParams({
    framework,
    ...given('frameworkMajor', frameworkMajor),
    ...given('luciaMinor', minorOf(host, folder, 'lucia', manifest)),
    database,
    ...given('drizzleMinor', minorOf(host, folder, 'drizzle-orm', manifest)),
    driver: manifest.packages.has('postgres') && !manifest.packages.has('pg') ? 'postgres' : undefined,
    password: passwords[0] ?? '@node-rs/argon2',
    provider,
    arcticMajor,
    sourceDir,
    groups: groupsOf(host, folder, framework, sourceDir),
    ...(config.alias || framework === 'next-app' || framework === 'next-pages' ? { alias: config.alias } : {}),
    importExtension: extensionOf(framework, manifest, config.nodeModules),
    ...stored,
    userHasEmail: found.userHasEmail,
    sessionsHaveAttributes: found.sessionsHaveAttributes,
    ...(found.styleFrom === undefined ? {} : { style: codeStyleOf(found.styleFrom) }),
  });
  const params = { ...guess, schemaTaken: isSchemaTaken(host, folder, guess) };
  const questions: Question[] = [];
  if (frameworks.length !== 1) {
    questions.push(ask('framework', 'Which framework?', frameworks, FRAMEWORKS, (value) => FRAMEWORK_TITLES[value]));
  }
  if (found.database === undefined && databases.length !== 1) {
    questions.push(
      ask(
        'database',
        'How does the project reach its database?',
        databases,
        DATABASES,
        (value) => DATABASE_TITLES[value],
      ),
    );
  }
  if (passwords.length > 1) {
    questions.push(ask('password', 'Which library hashes passwords?', passwords, passwords, (value) => value));
  }
  if (found.provider === undefined) {
    const usual = ['GitHub', 'Google', 'Discord', 'Apple', 'MicrosoftEntraId'];
    questions.push(ask('provider', 'Which OAuth provider?', usual, providersOf(arcticMajor), (value) => value));
  }
  return { params, questions, packages: new Set(manifest.packages.keys()) };
}

/** A parameter that is left open when nothing is known of it. */
function given<K extends string>(name: K, value: number | undefined): Partial<Record<K, number>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, number>);
}

function isSchemaTaken(host: Host, folder: string, params: TemplateParams): boolean {
  const { user } = params.tables;
  return !user && host.isFile(`${folder}/${PARTS.schema!.path(params)}`);
}

/** The frameworks that a project depends on, of those that the blocks are made for. */
export function frameworksIn(host: Host, folder: string): readonly Framework[] {
  return frameworksOf(host, folder, readManifest(host, folder));
}

/** The parameters with one question answered. */
export function answer(params: TemplateParams, question: Question['id'], value: string): TemplateParams {
  if (question !== 'framework' && question !== 'database') return { ...params, [question]: value };
  const { framework, database, driver, password, provider, arcticMajor, modules, names, style, tables } = params;
  const { luciaMinor, drizzleMinor, connection, userHasEmail, sessionsHaveAttributes } = params;
  const settled = {
    framework,
    luciaMinor,
    database,
    drizzleMinor,
    driver,
    password,
    provider,
    arcticMajor,
    modules,
    connection,
    userHasEmail,
    sessionsHaveAttributes,
    style,
    [question]: value,
  };
  const keepsTables = question === 'framework' || layerOf(value as Database) === layerOf(database);
  return completeParams({
    ...settled,
    ...(question === 'framework'
      ? {}
      : {
          frameworkMajor: params.frameworkMajor,
          sourceDir: params.sourceDir,
          groups: params.groups,
          alias: params.alias,
          importExtension: params.importExtension,
        }),
    ...(keepsTables ? { names, tables } : { names: { lucia: names.lucia, validateRequest: names.validateRequest } }),
  });
}

function ask<T extends string>(
  id: Question['id'],
  title: string,
  likely: readonly T[],
  all: readonly T[],
  label: (value: T) => string,
): Question {
  const values = [...new Set([...likely.filter((value) => all.includes(value)), ...all])];
  return { id, title, options: values.map((value) => ({ value, label: label(value) })) };
}

function readJson(host: Host, path: string): Record<string, unknown> {
  const text = host.read(path);
  if (text === undefined) return {};
  const { config } = ts.parseConfigFileTextToJson(path, text) as { config?: unknown };
  return isRecord(config) ? config : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readManifest(host: Host, folder: string): Manifest {
  const json = readJson(host, `${folder}/package.json`);
  const packages = new Map<string, string>();
  for (const field of ['devDependencies', 'peerDependencies', 'dependencies']) {
    const listed = json[field];
    if (!isRecord(listed)) continue;
    for (const [name, range] of Object.entries(listed)) packages.set(name, typeof range === 'string' ? range : '');
  }
  return { packages, module: json['type'] === 'module' };
}

/** The version that is installed, else what package.json asks for. */
function versionOf(host: Host, folder: string, name: string, manifest: Manifest): string | undefined {
  const installed = readJson(host, `${folder}/node_modules/${name}/package.json`)['version'];
  return typeof installed === 'string' ? installed : manifest.packages.get(name);
}

function majorOf(host: Host, folder: string, name: string, manifest: Manifest): number | undefined {
  const digits = /(?:^|[^\d.])(\d+)(?:\.|$)/.exec(versionOf(host, folder, name, manifest) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The minor where it is settled: by what is installed, or by a range that lets no later one in. */
function minorOf(host: Host, folder: string, name: string, manifest: Manifest): number | undefined {
  const [, caret, major, minor] = /^(\^)?[~=v]?(\d+)\.(\d+)/.exec(versionOf(host, folder, name, manifest) ?? '') ?? [];
  return minor === undefined || (caret && major !== '0') ? undefined : Number(minor);
}

function frameworksOf(host: Host, folder: string, { packages }: Manifest): Framework[] {
  const found: Framework[] = [];
  if (packages.has('next')) {
    const has = (name: string): boolean => host.list(`${folder}/${name}`) !== undefined;
    const pages = (has('pages') || has('src/pages')) && !has('app') && !has('src/app');
    found.push(pages ? 'next-pages' : 'next-app');
  }
  if (packages.has('@sveltejs/kit')) found.push('sveltekit');
  if (packages.has('astro')) found.push('astro');
  if (packages.has('nuxt')) found.push('nuxt');
  if (packages.has('express')) found.push('express');
  if (packages.has('hono')) found.push('hono');
  return found;
}

function frameworkMajorOf(host: Host, folder: string, framework: Framework, manifest: Manifest): number | undefined {
  const name = framework.startsWith('next-') ? 'next' : framework === 'sveltekit' ? '@sveltejs/kit' : framework;
  return majorOf(host, folder, name, manifest);
}

function arcticMajorOf(manifest: Manifest, host: Host, folder: string): ArcticMajor {
  const major = majorOf(host, folder, 'arctic', manifest);
  return major === undefined || major >= 3 ? 3 : major === 2 ? 2 : 1;
}

function databasesOf({ packages }: Manifest): Database[] {
  if (packages.has('drizzle-orm')) {
    const found: Database[] = [];
    if (packages.has('pg') || packages.has('postgres') || packages.has('@neondatabase/serverless'))
      found.push('drizzle-pg');
    if (packages.has('mysql2') || packages.has('@planetscale/database')) found.push('drizzle-mysql');
    if (packages.has('better-sqlite3')) found.push('drizzle-sqlite');
    if (packages.has('@libsql/client')) found.push('drizzle-libsql');
    return found;
  }
  if (packages.has('@prisma/client')) return ['prisma'];
  const drivers: readonly [string, Database][] = [
    ['pg', 'node-postgres'],
    ['postgres', 'postgres-js'],
    ['mysql2', 'mysql2'],
    ['better-sqlite3', 'better-sqlite3'],
    ['@libsql/client', 'libsql'],
    ['mongodb', 'mongodb'],
    ['mongoose', 'mongodb'],
  ];
  return drivers.filter(([name]) => packages.has(name)).map(([, database]) => database);
}

function sourceDirOf(host: Host, folder: string, framework: Framework): '' | 'src/' {
  const has = (name: string): boolean => host.list(`${folder}/${name}`) !== undefined;
  if (framework === 'nuxt') return '';
  if (framework === 'next-app') return has('src/app') || (has('src') && !has('app')) ? 'src/' : '';
  if (framework === 'next-pages') return has('src/pages') ? 'src/' : '';
  if (framework === 'express' || framework === 'hono') return has('src') || !has('routes') ? 'src/' : '';
  return 'src/';
}

const ROUTE_FILE = /^(?:page|route|\+page(?:\.server)?|\+server)\.\w+$/;

/** The folders of routes that lie in groups such as `(auth)`, unless a route outside of one has their address. */
function groupsOf(host: Host, folder: string, framework: Framework, sourceDir: string): Record<string, string> {
  const groups: Record<string, string> = {};
  if (framework !== 'next-app' && framework !== 'sveltekit') return groups;
  const isRoute = (path: string): boolean =>
    (host.list(`${folder}/${path}`) ?? []).some(({ kind, name }) => kind === 'file' && ROUTE_FILE.test(name));
  const top = framework === 'sveltekit' ? 'src/routes' : `${sourceDir}app`;
  const visit = (path: string, address: string, depth: number): void => {
    // The group of the home page is not where everything else belongs.
    if (path !== address && address !== top && isRoute(path) && !isRoute(address)) groups[address] ??= path;
    if (depth === 0) return;
    for (const { kind, name } of host.list(`${folder}/${path}`) ?? []) {
      // A folder with an @ is a slot, one with an underscore holds no routes.
      if (kind !== 'directory' || /^[@_.]/.test(name)) continue;
      visit(`${path}/${name}`, /^\([^.)]+\)$/.test(name) ? address : `${address}/${name}`, depth - 1);
    }
  };
  visit(top, top, 8);
  return groups;
}

interface ProjectConfig {
  readonly alias: TemplateParams['alias'];
  /** Modules are resolved as Node does it, with extensions. */
  readonly nodeModules: boolean | undefined;
}

function readConfig(host: Host, folder: string, framework: Framework): ProjectConfig {
  const json = readJson(host, `${folder}/tsconfig.json`);
  const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {};
  const module = String(options['module'] ?? '').toLowerCase();
  const resolution = String(options['moduleResolution'] ?? '').toLowerCase();
  const nodeModules = resolution
    ? resolution.startsWith('node1') || resolution === 'nodenext'
    : module
      ? /^node(1|next)/.test(module)
      : undefined;
  if (framework === 'sveltekit') return { alias: { prefix: '$lib/', target: 'src/lib/' }, nodeModules };
  const paths = isRecord(options['paths']) ? options['paths'] : {};
  const base = typeof options['baseUrl'] === 'string' ? options['baseUrl'] : '.';
  for (const [pattern, targets] of Object.entries(paths)) {
    const target: unknown = Array.isArray(targets) ? targets[0] : undefined;
    if (!pattern.endsWith('/*') || typeof target !== 'string' || !target.endsWith('*')) continue;
    const joined = `${base}/${target.slice(0, -1)}`
      .replace(/(^|\/)(\.\/)+/g, '$1')
      .replace(/^\.?\/+/, '')
      .replace(/\/{2,}/g, '/');
    if (!joined.includes('..')) return { alias: { prefix: pattern.slice(0, -1), target: joined }, nodeModules };
  }
  return { alias: undefined, nodeModules };
}

function extensionOf(framework: Framework, manifest: Manifest, nodeModules: boolean | undefined): '' | '.js' {
  if (framework !== 'express' && framework !== 'hono') return '';
  return (nodeModules ?? manifest.module) ? '.js' : '';
}

interface Found {
  readonly names: Partial<Names>;
  readonly modules: Readonly<Record<string, string>>;
  readonly database: Database | undefined;
  readonly provider: string | undefined;
  readonly connection: string | undefined;
  readonly userHasEmail: boolean;
  readonly sessionsHaveAttributes: boolean;
  readonly styleFrom: string | undefined;
  /** The packages that code imports to hash passwords. */
  readonly hashers: ReadonlySet<string>;
  /** The files that may declare tables or open the database, by path from the project folder. */
  readonly texts: ReadonlyMap<string, string>;
}

const STORAGE =
  /drizzle-orm|PrismaClient|\bPool\s*\(|createPool|postgres\s*\(|Database\s*\(|createClient|create\s+table/i;

const ENTRY_NAME =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|load|actions|handle\w*|onRequest|middleware|proxy|config|getServerSideProps)$/;

/**
 * The functions that a file exports and that give the result of a validation, `{ user, session }`: by themselves or
 * through another of the file.
 */
function wrappersIn(path: string, text: string): string[] {
  const declared: { name: string; exported: boolean; node: ts.Node; text: string }[] = [];
  for (const statement of parse(path, text).statements) {
    if (!ts.isFunctionDeclaration(statement) && !ts.isVariableStatement(statement)) continue;
    const exported = !!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const own = ts.isFunctionDeclaration(statement) ? [statement] : statement.declarationList.declarations;
    for (const declaration of own) {
      if (declaration.name && ts.isIdentifier(declaration.name))
        declared.push({ name: declaration.name.text, exported, node: declaration, text: declaration.getText() });
    }
  }
  const validating = new Set(declared.filter(({ node }) => givesResult(node)).map(({ name }) => name));
  for (const one of declared) {
    if ([...validating].some((name) => new RegExp(`\\b${name}\\)?\\s*(?:\\(\\)|\\)|$)`).test(one.text)))
      validating.add(one.name);
  }
  return declared
    .filter(({ name, exported }) => exported && validating.has(name) && !ENTRY_NAME.test(name))
    .map(({ name }) => name);
}

/** Whether a function validates a session and returns what that gave, or an object of both its parts. */
function givesResult(declaration: ts.Node): boolean {
  const results = new Set<string>();
  let gives = false;
  const isValidation = (node: ts.Node): boolean => {
    const value = unwrap(node);
    return ts.isCallExpression(value) && calleeName(value) === 'validateSession';
  };
  const isResult = (node: ts.Node): boolean => {
    const value = unwrap(node);
    if (ts.isIdentifier(value)) return results.has(value.text);
    if (!ts.isObjectLiteralExpression(value)) return isValidation(value);
    const keys = value.properties.map((property) => propertyName(property.name));
    return keys.includes('user') && keys.includes('session');
  };
  let validates = false;
  walk(declaration, (node) => {
    if (isValidation(node)) validates = true;
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      isValidation(node.initializer)
    )
      results.add(node.name.text);
    if (ts.isReturnStatement(node) && node.expression && isResult(node.expression)) gives = true;
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && isResult(node.body)) gives = true;
    return true;
  });
  return validates && gives;
}

/** Of the names that a file exports, the one that others import most; the first where none does. */
function mostUsed(names: readonly string[], files: readonly string[], host: Host): string {
  if (names.length === 1) return names[0]!;
  const counts = new Map(names.map((name) => [name, 0]));
  for (const path of files) {
    for (const [, list = ''] of (host.read(path) ?? '').matchAll(/import\s*\{([^}]*)\}/g)) {
      for (const name of list.split(/[\s,]+/)) if (counts.has(name)) counts.set(name, counts.get(name)! + 1);
    }
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const HASHER = /['"](@node-rs\/argon2|argon2|bcrypt|bcryptjs|oslo\/password)['"]/g;

const ADAPTERS: Readonly<Record<string, Database>> = {
  DrizzlePostgreSQLAdapter: 'drizzle-pg',
  DrizzleMySQLAdapter: 'drizzle-mysql',
  PrismaAdapter: 'prisma',
  NodePostgresAdapter: 'node-postgres',
  PostgresJsAdapter: 'postgres-js',
  Mysql2Adapter: 'mysql2',
  BetterSqlite3Adapter: 'better-sqlite3',
  LibSQLAdapter: 'libsql',
  MongodbAdapter: 'mongodb',
};

function readSources(host: Host, folder: string, alias: TemplateParams['alias']): Found {
  const names: { -readonly [key in keyof Names]?: string } = {};
  const modules: Record<string, string> = {};
  let database: Database | undefined;
  let provider: string | undefined;
  let styleFrom: string | undefined;
  let connection: string | undefined;
  let userHasEmail = true;
  let sessionsHaveAttributes = false;
  let largest: string | undefined;
  const texts = new Map<string, string>();
  const hashers = new Set<string>();
  const files = sourceFiles(host, folder);
  for (const path of files) {
    const text = host.read(path);
    if (text === undefined) continue;
    const isSchema = /\.(?:prisma|sql)$/.test(path);
    if (isSchema || STORAGE.test(text)) texts.set(path.slice(folder.length + 1), text);
    if (isSchema) continue;
    if (largest === undefined || text.length > largest.length) largest = text;
    for (const [, name] of text.matchAll(HASHER)) hashers.add(name === 'oslo/password' ? 'oslo' : name!);
    const local = path.slice(folder.length + 1).replace(/\.(ts|tsx|mts|js|mjs)$/, '');
    const instance = /export\s+const\s+([\w$]+)\s*=\s*new\s+Lucia\b/.exec(text);
    if (instance && names.lucia === undefined) {
      names.lucia = instance[1]!;
      modules['auth'] = local;
      styleFrom = text;
      sessionsHaveAttributes = /\binterface\s+DatabaseSessionAttributes\b[^{]*\{\s*[^}\s]/.test(text);
      userHasEmail = /\bgetUserAttributes\b[^]*?\bemail\b/.test(text);
      const adapter = /new\s+(\w+Adapter)\s*\(\s*([^)]*)\)/.exec(text);
      if (adapter) {
        const layer = adapter[1] === 'DrizzleSQLiteAdapter' ? sqliteDriver(host, folder) : ADAPTERS[adapter[1]!];
        if (layer !== undefined) database = layer;
        Object.assign(names, tableNames(adapter[1]!, adapter[2]!));
        const schema = names.userTable === undefined ? undefined : importOf(text, names.userTable)?.specifier;
        if (schema !== undefined && adapter[1]!.startsWith('Drizzle')) {
          const target = moduleOf(local, schema, alias);
          if (target !== undefined) modules['schema'] = target;
        }
        const handle = /^\s*([A-Za-z_$][\w$]*)/.exec(adapter[2]!)?.[1];
        const source = handle === undefined ? undefined : importOf(text, handle);
        const target = source && moduleOf(local, source.specifier, alias);
        if (target !== undefined && layer !== 'mongodb') {
          modules['db'] = target;
          connection = source!.name;
        }
      }
    }
    if (/\.validateSession\s*\(/.test(text) && names.validateRequest === undefined) {
      const wrappers = wrappersIn(path, text);
      if (wrappers.length > 0) {
        names.validateRequest = mostUsed(wrappers, files, host);
        modules['session'] = local;
      }
    }
    if (provider === undefined && /from\s+['"]arctic['"]/.test(text)) {
      provider = [...text.matchAll(/new\s+([A-Z]\w+)\s*\(/g)]
        .map((match) => match[1]!)
        .find((name) => providersOf(3).includes(name));
    }
  }
  return {
    names,
    modules,
    database,
    provider,
    connection,
    userHasEmail,
    sessionsHaveAttributes,
    styleFrom: styleFrom ?? largest,
    hashers,
    texts,
  };
}

/** What opens the database in each layer. A project that does so needs no other connection. */
const CONNECTIONS: Readonly<Record<Database, RegExp | undefined>> = {
  'drizzle-pg': /\bdrizzle\s*\(/,
  'drizzle-mysql': /\bdrizzle\s*\(/,
  'drizzle-sqlite': /\bdrizzle\s*\(/,
  'drizzle-libsql': /\bdrizzle\s*\(/,
  prisma: /\bPrismaClient\s*\(/,
  'node-postgres': /\bPool\s*\(/,
  'postgres-js': /\bpostgres\s*\(/,
  mysql2: /\bcreatePool\s*\(/,
  'better-sqlite3': /\bnew\s+\w*(?:Database|Sqlite3)\s*\(/i,
  libsql: /\bcreateClient\s*\(/,
  // Its part holds the collections, too.
  mongodb: undefined,
};

/** The tables with those that the project's adapter names and that no file was seen to declare. */
function withNamed(
  tables: ExistingSchema,
  { userTable, sessionTable }: Partial<Names>,
  modules: Readonly<Record<string, string>>,
  database: Database,
): ExistingSchema {
  const home = layerOf(database) === 'drizzle' ? modules['schema'] : modules['auth'];
  if (home === undefined || tables.user || userTable === undefined || database === 'mongodb') return tables;
  const path = `${home}.ts`;
  const session = tables.session ?? (sessionTable === undefined ? undefined : undeclared(sessionTable, path));
  return { ...tables, user: undeclared(userTable, path), session };
}

/** What of the database the project has: the connection and tables, under their names. */
function readStorage(
  { names, modules, connection: given, texts }: Found,
  database: Database,
): Pick<TemplateParams, 'modules' | 'tables' | 'connection'> & { readonly names: Partial<Names> } {
  const layer = layerOf(database);
  const tables = withNamed(readSchema(texts, layer, names), names, modules, database);
  const { user, session, account, token } = tables;
  const found: Record<string, string> = { ...modules };
  const made = CONNECTIONS[database];
  let connection = given;
  if (made && found['db'] === undefined) {
    for (const [path, text] of texts) {
      const name = MODULE.test(path) ? exportedConnection(path, text, made) : undefined;
      if (name === undefined) continue;
      found['db'] = path.replace(MODULE, '');
      connection = name;
      break;
    }
  }
  if (layer === 'drizzle' && user) {
    delete found['schema'];
    const parts = { userTables: user, sessionTables: session, accountTables: account, tokenTables: token };
    if (isWhole(tables)) found['schema'] = user.path.replace(MODULE, '');
    else for (const [part, table] of Object.entries(parts)) if (table) found[part] = table.path.replace(MODULE, '');
  }
  const nameOf = (table: ExistingTable | undefined): string | undefined =>
    table && (layer === 'prisma' ? table.name.charAt(0).toLowerCase() + table.name.slice(1) : table.name);
  const columns = user && userColumns(user);
  const own = {
    userTable: nameOf(user),
    sessionTable: nameOf(session),
    accountTable: nameOf(account),
    tokenTable: nameOf(token),
    emailColumn: columns?.email,
    emailVerifiedColumn: columns?.emailVerified,
    passwordHashColumn: columns?.passwordHash,
  };
  const known = Object.fromEntries(Object.entries(own).filter(([, name]) => name !== undefined)) as Partial<Names>;
  return { names: { ...names, ...known }, modules: found, tables, connection };
}

/** What a file exports the database as that it opens; `default` included. */
function exportedConnection(path: string, text: string, made: RegExp): string | undefined {
  if (!made.test(text)) return undefined;
  const opened = new Set<string>();
  const { statements } = parse(path, text);
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    for (const { name, initializer } of statement.declarationList.declarations) {
      const value = initializer && unwrap(initializer);
      if (!ts.isIdentifier(name) || !value || ts.isFunctionLike(value) || !made.test(value.getText())) continue;
      if (exported) return name.text;
      opened.add(name.text);
    }
  }
  for (const statement of statements) {
    if (ts.isExportAssignment(statement)) {
      const value = unwrap(statement.expression);
      if (ts.isIdentifier(value) ? opened.has(value.text) : made.test(value.getText())) return 'default';
    }
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      continue;
    const element = statement.exportClause.elements.find((one) => opened.has((one.propertyName ?? one.name).text));
    if (element) return element.name.text;
  }
  return undefined;
}

const MODULE = /\.(?:ts|tsx|mts|js|mjs)$/;

function sqliteDriver(host: Host, folder: string): Database {
  return readManifest(host, folder).packages.has('@libsql/client') ? 'drizzle-libsql' : 'drizzle-sqlite';
}

/** The names of the tables, from the arguments of an adapter: `(db, sessions, users)` or `(db, { user: 'a', session: 'b' })`. */
function tableNames(adapter: string, argumentText: string): Partial<Names> {
  if (adapter.startsWith('Drizzle')) {
    const [, session, user] = argumentText.split(',').map((part) => part.trim());
    const identifier = /^[A-Za-z_$][\w$]*$/;
    return session && user && identifier.test(session) && identifier.test(user)
      ? { sessionTable: session, userTable: user }
      : {};
  }
  if (adapter === 'PrismaAdapter') {
    const [, session, user] = /^\s*[\w$.]+\.(\w+)\s*,\s*[\w$.]+\.(\w+)\s*,?\s*$/.exec(argumentText) ?? [];
    return session && user ? { sessionTable: session, userTable: user } : {};
  }
  const user = /\buser\s*:\s*['"]([\w.]+)['"]/.exec(argumentText)?.[1];
  const session = /\bsession\s*:\s*['"]([\w.]+)['"]/.exec(argumentText)?.[1];
  return { ...(user ? { userTable: user } : {}), ...(session ? { sessionTable: session } : {}) };
}

/** Where a name is imported from, and what it is called there; `default` for an import without braces. */
function importOf(text: string, local: string): { readonly specifier: string; readonly name: string } | undefined {
  const word = local.replace(/\$/g, '\\$');
  for (const [, clause = '', specifier = ''] of text.matchAll(
    /import\s+(?!type\b)([^'";]+?)\s+from\s+['"]([^'"]+)['"]/g,
  )) {
    if (new RegExp(`^${word}\\s*(?:,|$)`).test(clause)) return { specifier, name: 'default' };
    const named = new RegExp(`[{,]\\s*(?:([\\w$]+)\\s+as\\s+)?${word}\\s*[,}]`).exec(clause);
    if (named) return { specifier, name: named[1] ?? local };
  }
  return undefined;
}

/** The path from the project folder that an import leads to. */
function moduleOf(from: string, specifier: string, alias: TemplateParams['alias']): string | undefined {
  const plain = specifier.replace(/\.(js|ts)$/, '');
  if (alias && plain.startsWith(alias.prefix)) return alias.target + plain.slice(alias.prefix.length);
  if (!plain.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function sourceFiles(host: Host, folder: string): string[] {
  const found: string[] = [];
  const queue = [folder];
  for (let next = queue.shift(); next !== undefined && found.length < MAX_FILES; next = queue.shift()) {
    for (const entry of host.list(next) ?? []) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = `${next}/${entry.name}`;
      if (entry.kind === 'directory') queue.push(path);
      else if (/\.(ts|tsx|mts|js|mjs|prisma|sql)$/.test(entry.name) && !/\.(d|test|spec)\.\w+$/.test(entry.name))
        found.push(path);
    }
  }
  return found;
}

/** All values that a question takes. */
export function choicesOf(question: Question['id'], arcticMajor: ArcticMajor): readonly string[] {
  switch (question) {
    case 'framework':
      return FRAMEWORKS;
    case 'database':
      return DATABASES;
    case 'password':
      return PASSWORD_LIBRARIES;
    case 'provider':
      return providersOf(arcticMajor);
  }
}

/** Whether a value can be given for a question: for callers that take it from outside. */
export function isAnswer(question: Question['id'], value: string, arcticMajor: ArcticMajor): boolean {
  return choicesOf(question, arcticMajor).includes(value);
}
