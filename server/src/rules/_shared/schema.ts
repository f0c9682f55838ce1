import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import type { FileModel } from '../../core/model';
import {
  calleeName,
  isInside,
  memberOf,
  own,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../core/syntax';
import { memoized, memoizedRef } from '../../core/values';
import type { Ref, Value } from '../../core/values';

export type Dialect = 'pg' | 'mysql' | 'sqlite';

export interface Column {
  /** The property in code. */
  readonly key: string;
  /** Its name in the database, where the code says it. */
  readonly dbName: string | undefined;
  /** The column type's function: text, varchar, timestamp, integer, … */
  readonly type: string;
  /** `mode` of the type's options. */
  readonly mode: string | undefined;
  /** Names of the calls chained after it: notNull, primaryKey, references, … */
  readonly modifiers: readonly string[];
  readonly ref: Ref;
}

/** A table declared with Drizzle (or Astro DB). */
export interface Table {
  readonly ref: Ref<ts.CallExpression>;
  readonly dialect: Dialect | undefined;
  /** Its name in the database. */
  readonly name: string | undefined;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The table that an expression stands for, when it leads to a declaration in the project. */
export function tableOf(context: FileContext, ref: Ref): Table | undefined {
  for (const value of context.values.roots(ref)) {
    const table = value.external ? astroTable(context, value, ref) : declaredTable(context, value);
    if (table) return table;
  }
  return undefined;
}

function declaredTable(context: FileContext, { ref, path }: Value): Table | undefined {
  return path.length || !ts.isCallExpression(ref.node) ? undefined : readTable(context, ref as Ref<ts.CallExpression>);
}

/** Tables of Astro DB come from the virtual module astro:db; `db/config` declares them and says what they are called. */
function astroTable(context: FileContext, { external, path }: Value, { file: { path: from } }: Ref): Table | undefined {
  if (external?.module !== 'astro:db' || path.length) return undefined;
  const { project, values } = context;
  const dir = project.packageOf(from)?.dir;
  for (const name of dir === undefined ? [] : ['db/config.ts', 'db/config.mts', 'db/config.js']) {
    const file = project.model(`${dir}/${name}`);
    for (const node of file?.calls ?? []) {
      const [options] = ts.isCallExpression(node) && calleeName(node) === 'defineDb' ? node.arguments : [];
      const named = options ? values.deepRoots({ node: options, file: file! }, ['tables', external.name]) : [];
      for (const value of named) {
        const table = declaredTable(context, value);
        if (table) return table;
      }
    }
    const exported = file && values.exported(file, external.name);
    const table = exported && 'node' in exported ? tableOf(context, exported) : undefined;
    if (table) return table;
  }
  return undefined;
}

/** The table of an operation: what it names, or what a relational query is called by: `db.query.orders.findFirst(…)`. */
export function tableOfOperation(context: FileContext, op: DatabaseOp): Table | undefined {
  if (!op.table) return undefined;
  const named = tableOf(context, op.table);
  if (named) return named;
  const member = memberOf(unwrap(op.table.node));
  if (!member || memberOf(unwrap(member.object))?.name !== 'query') return undefined;
  // where: eq(orders.id, id)
  for (const filter of op.filter) {
    let found: Table | undefined;
    walk(filter.node, (node) => {
      const [first] = ts.isCallExpression(node) ? node.arguments : [];
      const column = first && memberOf(unwrap(first));
      if (column) found ??= tableOf(context, { ...filter, node: column.object });
      return !found;
    });
    if (found) return found;
  }
  return declaredTables(context).get(member.name);
}

/** The tables that the project's files declare, by the variable that holds them. */
export function declaredTables(context: FileContext): ReadonlyMap<string, Table> {
  const { project } = context;
  const key = `declaredTables\0${project.packageOf(context.path)?.dir ?? ''}`;
  const known = project.projectMemo.get(key) as ReadonlyMap<string, Table> | undefined;
  if (known) return known;
  const tables = new Map<string, Table>();
  project.projectMemo.set(key, tables);
  for (const path of project.filesNear(context.path)) {
    if (!project.mentions(path, 'drizzle-orm')) continue;
    const file = project.model(path);
    for (const node of file?.calls ?? []) {
      const { parent } = wrapped(node);
      if (!ts.isCallExpression(node) || !ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) continue;
      const table = readTable(context, { node, file: file! });
      if (table) tables.set(parent.name.text, table);
    }
  }
  return tables;
}

/** What a column refers to, `references(() => users.id)`, and whether its row goes when the other one does. */
export function referredBy(column: Column): { readonly table: Ref; readonly cascades: boolean } | undefined {
  let current: ts.Node = unwrap((column.ref.node as ts.PropertyAssignment).initializer);
  while (ts.isCallExpression(current)) {
    const member = memberOf(unwrap(current.expression));
    if (!member) return undefined;
    const [first, options] = current.arguments;
    if (member.name === 'references' && first) {
      const fn = unwrap(first);
      const to = ts.isArrowFunction(fn) && !ts.isBlock(fn.body) ? memberOf(unwrap(fn.body)) : undefined;
      const rule = options && unwrap(options);
      const onDelete = rule && ts.isObjectLiteralExpression(rule) ? propertyOf(rule, 'onDelete') : undefined;
      return to && { table: { ...column.ref, node: to.object }, cascades: stringValue(onDelete) === 'cascade' };
    }
    current = unwrap(member.object);
  }
  return undefined;
}

/** The table that a column leads to, by itself or by the relations that are told of apart: `one(parent, { fields: [table.column] })`. */
export function parentOf(context: FileContext, column: Column): Table | undefined {
  const own = referredBy(column);
  if (own) return tableOf(context, own.table);
  const { file, node } = column.ref;
  for (const { field, parent } of relationsIn(file)) {
    const member = memberOf(unwrap(field.node));
    if (member?.name !== column.key) continue;
    const table = tableOf(context, { ...field, node: member.object });
    if (table && isInside(node, table.ref.node)) return tableOf(context, parent);
  }
  return undefined;
}

interface Relation {
  readonly field: Ref;
  readonly parent: Ref;
}

/** The relations of one row to one other that a file tells of. */
function relationsIn(file: FileModel): readonly Relation[] {
  return memoized(file, file.sourceFile, 'relations', () =>
    file.calls.flatMap((node) => {
      const [parent, options] = ts.isCallExpression(node) && calleeName(node) === 'one' ? node.arguments : [];
      const object = options && unwrap(options);
      const fields = object && ts.isObjectLiteralExpression(object) ? propertyOf(object, 'fields') : undefined;
      const list = fields && unwrap(fields);
      if (!parent || !list || !ts.isArrayLiteralExpression(list) || list.elements.length !== 1) return [];
      return [{ field: { node: list.elements[0]!, file }, parent: { node: parent, file } }];
    }),
  );
}

function readTable(context: FileContext, call: Ref<ts.CallExpression>): Table | undefined {
  return memoizedRef(call, 'table', () => computeTable(context, call));
}

function computeTable(context: FileContext, call: Ref<ts.CallExpression>): Table | undefined {
  const name = calleeName(call.node) ?? '';
  const [first, second] = call.node.arguments;
  if (name === 'defineTable' && first) {
    const options = unwrap(first);
    const columns = ts.isObjectLiteralExpression(options) ? propertyOf(options, 'columns') : undefined;
    return (
      columns && {
        ref: call,
        dialect: undefined,
        name: undefined,
        columns: readColumns(context, { ...call, node: columns }),
      }
    );
  }
  if (!first || !second || !/table/i.test(name)) return undefined;
  const shape = unwrap(second);
  let object: ts.Node | undefined = shape;
  if (ts.isArrowFunction(shape)) object = ts.isBlock(shape.body) ? undefined : unwrap(shape.body);
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  return {
    ref: call,
    dialect: dialectOf(context, call, name),
    name: stringValue(first),
    columns: readColumns(context, { ...call, node: object }),
  };
}

function dialectOf(context: FileContext, call: Ref<ts.CallExpression>, name: string): Dialect | undefined {
  const modules = context.values.callees(call).flatMap((value) => {
    if (value.external) return [value.external.module];
    // pgTableCreator((name) => `app_${name}`)
    const made = value.ref.node;
    return ts.isCallExpression(made)
      ? context.values
          .callees({ ...value.ref, node: made })
          .flatMap((inner) => (inner.external ? [inner.external.module] : []))
      : [];
  });
  for (const text of [...modules, name]) {
    if (/pg/.test(text)) return 'pg';
    if (/mysql/.test(text)) return 'mysql';
    if (/sqlite/.test(text)) return 'sqlite';
  }
  return undefined;
}

function readColumns(context: FileContext, object: Ref, depth = 0): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  const node = unwrap(object.node);
  if (!ts.isObjectLiteralExpression(node)) return columns;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const shared = depth < 3 ? context.values.roots({ ...object, node: property.expression }) : [];
      for (const value of shared) {
        if (value.path.length) continue;
        for (const [key, column] of readColumns(context, value.ref, depth + 1)) columns.set(key, column);
      }
      continue;
    }
    const key = propertyName(property.name);
    if (key === undefined || !ts.isPropertyAssignment(property)) continue;
    const modifiers: string[] = [];
    const made = columnCall(context, { ...object, node: property.initializer }, modifiers, 0);
    if (!made) continue;
    const current = made.node;
    let mode: string | undefined;
    for (const argument of current.arguments) {
      const options = unwrap(argument);
      if (!ts.isObjectLiteralExpression(options)) continue;
      mode = stringValue(propertyOf(options, 'mode')) ?? mode;
      if (propertyOf(options, 'optional')?.kind === ts.SyntaxKind.TrueKeyword) modifiers.push('optional');
      if (propertyOf(options, 'primaryKey')?.kind === ts.SyntaxKind.TrueKeyword) modifiers.push('primaryKey');
    }
    const dbName = stringValue(current.arguments[0]);
    columns.set(key, {
      key,
      dbName,
      type: calleeName(current) ?? '',
      mode,
      modifiers,
      ref: { ...object, node: property },
    });
  }
  return columns;
}

/** The call that a column starts with, behind the calls chained after it and an own function that makes it. */
function columnCall(
  context: FileContext,
  ref: Ref,
  modifiers: string[],
  depth: number,
): Ref<ts.CallExpression> | undefined {
  let current = unwrap(ref.node);
  while (ts.isCallExpression(current)) {
    const member = memberOf(unwrap(current.expression));
    const inner = member && unwrap(member.object);
    if (!member || !inner || !ts.isCallExpression(inner)) break;
    modifiers.push(member.name);
    current = inner;
  }
  if (!ts.isCallExpression(current)) return undefined;
  const call: Ref<ts.CallExpression> = { ...ref, node: current };
  const [target, ...others] = depth < 2 ? context.values.targets(call) : [];
  const [returned, ...more] = target && !others.length ? context.values.returned(target) : [];
  return (returned && !more.length && columnCall(context, returned, modifiers, depth + 1)) || call;
}

/**
 * The fields with which documents of a model of Mongoose come: `model('Member', new Schema({ … }))`, less those with
 * `select: false`. Undefined where that is not written down, or where the schema changes what becomes JSON.
 */
export function mongooseFields(context: FileContext, ref: Ref): readonly string[] | undefined {
  const { values } = context;
  for (const { ref: model, path } of values.roots(ref)) {
    if (path.length || !ts.isCallExpression(model.node) || calleeName(model.node) !== 'model') continue;
    const given = model.node.arguments[1];
    for (const { ref: schema, path: inner } of given ? values.roots({ ...model, node: given }) : []) {
      if (inner.length || !ts.isNewExpression(schema.node) || calleeName(schema.node) !== 'Schema') continue;
      if (/\btoJSON\b|\btoObject\b/.test(schema.file.text)) return undefined;
      const [fields] = schema.node.arguments ?? [];
      const [only, ...others] = fields ? values.roots({ ...schema, node: fields }) : [];
      const object = only && !others.length && !only.path.length ? only.ref.node : undefined;
      if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
      return object.properties.flatMap((property) => {
        const options = ts.isPropertyAssignment(property) ? unwrap(property.initializer) : undefined;
        const isHidden =
          !!options &&
          ts.isObjectLiteralExpression(options) &&
          propertyOf(options, 'select')?.kind === ts.SyntaxKind.FalseKeyword;
        return isHidden ? [] : (propertyName(property.name) ?? []);
      });
    }
  }
  return undefined;
}

export interface PrismaModel {
  readonly name: string;
  readonly fields: ReadonlyMap<string, { readonly type: string; readonly optional: boolean; readonly line: string }>;
}

const PRISMA_FOLDERS = [
  'prisma',
  'src/prisma',
  'db',
  'src/db',
  'schema',
  'prisma-schema',
  'server/prisma',
  'src/server/prisma',
  'packages/db/prisma',
  'packages/database/prisma',
];

/** The Prisma schema of a folder: a file, or any number of files in a folder and the folders in it. */
function prismaFiles(context: FileContext, dir: string): readonly string[] {
  const { project } = context;
  const found: string[] = [];
  const scan = (folder: string, depth: number): void => {
    for (const path of project.entriesOf(folder)) {
      const name = path.slice(folder.length + 1);
      if (name.endsWith('.prisma')) found.push(path);
      // Only a folder has a name without a dot here; what migrations leave behind is no schema.
      else if (depth < 3 && !name.includes('.') && !/^(?:migrations|node_modules)$/.test(name)) scan(path, depth + 1);
    }
  };
  const set = /"prisma"\s*:\s*\{[^{}]*"schema"\s*:\s*"(?:\.\/)?([^"]+)"/.exec(
    project.text(`${dir}/package.json`) ?? '',
  )?.[1];
  if (set?.endsWith('.prisma')) found.push(`${dir}/${set}`);
  else if (set) scan(`${dir}/${set.replace(/\/$/, '')}`, 0);
  found.push(...project.entriesOf(dir).filter((path) => path.endsWith('.prisma')));
  for (const name of PRISMA_FOLDERS) scan(`${dir}/${name}`, /prisma/.test(name) ? 0 : 3);
  return found;
}

function modelsIn(text: string): readonly PrismaModel[] {
  return [...text.matchAll(/^model\s+(\w+)\s*\{([\s\S]*?)^\}/gm)].map(([, name, body]) => {
    const fields = new Map<string, { type: string; optional: boolean; line: string }>();
    for (const line of body!.split('\n')) {
      const field = /^\s*(\w+)\s+(\w+)(\[\])?(\?)?/.exec(line);
      if (field && !line.trim().startsWith('//'))
        fields.set(field[1]!, { type: field[2]! + (field[3] ?? ''), optional: !!field[4], line: line.trim() });
    }
    return { name: name!, fields };
  });
}

/** The models of the project's Prisma schema files, by name. */
export function prismaModels(context: FileContext): ReadonlyMap<string, PrismaModel> {
  const { project } = context;
  const root = project.modules.projectRootOf(context.path);
  const own = project.packageOf(context.path)?.dir ?? root;
  const key = `prisma\0${own}`;
  const known = project.projectMemo.get(key) as ReadonlyMap<string, PrismaModel> | undefined;
  if (known) return known;
  const models = new Map<string, PrismaModel>();
  const dirs = [...new Set([own, root])];
  for (const path of new Set(dirs.flatMap((dir) => prismaFiles(context, dir)))) {
    for (const model of project.factOf(path, 'prismaModels', modelsIn)) models.set(model.name.toLowerCase(), model);
  }
  project.projectMemo.set(key, models);
  return models;
}

const SQL_FOLDERS = ['', 'db', 'sql', 'database', 'migrations', 'drizzle', 'schema', 'supabase/migrations'];

/** The models of a Prisma delegate: `prisma.session`, `this.db.userSession`. */
export function prismaModelOf(context: FileContext, ref: Ref): PrismaModel | undefined {
  const name = context.values
    .roots(ref)
    .map((value) => value.path[value.path.length - 1])
    .find((part) => part !== undefined);
  return name === undefined ? undefined : prismaModels(context).get(name.toLowerCase());
}

/** Whether columns are those of a session: whose it is, and until when. */
export function isSessionShape(columns: { has(name: string): boolean }): boolean {
  return (
    ['userId', 'user_id'].some((key) => columns.has(key)) &&
    ['expiresAt', 'expires_at', 'expires'].some((key) => columns.has(key))
  );
}

/** A table that SQL creates: the first word of each column's type in lower case, by the column's name. */
export interface CreatedTable {
  readonly columns: ReadonlyMap<string, string>;
  /** The tables that columns refer to in lower case, by the column's name. */
  readonly refers: ReadonlyMap<string, string>;
  /** It is created twice, altered later or put together from parts, so that what it is in the end cannot be told. */
  readonly isChanged: boolean;
}

/** `FOREIGN KEY (owner) REFERENCES users`, `owner INTEGER NOT NULL REFERENCES users`. */
const REFERS =
  /(?:\bforeign\s+key\s*\(\s*["'`[]?(\w+)["'`\]]?\s*\)\s*|(?:^|,)\s*["'`[]?(\w+)["'`\]]?\s[^,]*?)\breferences\s+(?:["'`]?\w+["'`]?\.)?["'`[]?(\w+)/gi;

/** The tables that SQL creates, in .sql files of the usual folders or in texts of the code, by name in lower case. */
export function createdTables(context: FileContext): ReadonlyMap<string, CreatedTable> {
  const { project } = context;
  const own = project.packageOf(context.path)?.dir ?? '';
  const key = `createdTables\0${own}`;
  const known = project.projectMemo.get(key) as ReadonlyMap<string, CreatedTable> | undefined;
  if (known) return known;
  const tables = new Map<string, CreatedTable>();
  const altered: string[] = [];
  const folders = SQL_FOLDERS.flatMap((name) => ['', 'src/', 'server/', 'src/db/', 'db/'].map((base) => base + name));
  const files = [...new Set(folders)].flatMap((name) =>
    project.entriesOf(name ? `${own}/${name.replace(/\/$/, '')}` : own),
  );
  const texts = [...files.filter((path) => path.endsWith('.sql')), ...project.filesNear(context.path)];
  for (const path of new Set(texts)) {
    const stated = project.factOf(path, 'createdTables', tablesIn);
    altered.push(...stated.altered);
    for (const [name, table] of stated.created)
      tables.set(name, { ...table, isChanged: tables.has(name) || table.isChanged });
  }
  for (const name of new Set(altered)) {
    const table = tables.get(name);
    if (table) tables.set(name, { ...table, isChanged: true });
  }
  project.projectMemo.set(key, tables);
  return tables;
}

interface StatedTables {
  readonly altered: readonly string[];
  readonly created: readonly (readonly [string, CreatedTable])[];
}

/** The tables that one text alters and creates. */
function tablesIn(text: string): StatedTables {
  const altered = [...text.matchAll(/alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?["'`[]?(\w+)/gi)].map(([, name]) =>
    name!.toLowerCase(),
  );
  if (!/create\s+table/i.test(text)) return { altered, created: [] };
  const statements =
    /create\s+table\s+(?:if\s+not\s+exists\s+)?(?:["'`]?\w+["'`]?\.)?["'`[]?(\w+)["'`\]]?\s*\(([\s\S]*?)\)\s*(?:;|[`"']|$|strict|without)/gi;
  const created = [...text.matchAll(statements)].map(([, name, body]) => {
    const columns = new Map<string, string>();
    const plain = body!.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '');
    for (const [, column, type] of plain.matchAll(/(?:^|,)\s*["'`[]?(\w+)["'`\]]?\s+(\w+)/g))
      if (!columns.has(column!)) columns.set(column!, type!.toLowerCase());
    const refers = new Map<string, string>();
    for (const [, key, column, to] of plain.matchAll(REFERS)) refers.set((key ?? column)!, to!.toLowerCase());
    return [name!.toLowerCase(), { columns, refers, isChanged: plain.includes('${') }] as const;
  });
  return { altered, created };
}

/** The columns that INSERT, UPDATE and SELECT statements of the project name, by table in lower case: not all that there are. */
export function writtenColumns(context: FileContext): ReadonlyMap<string, ReadonlySet<string>> {
  const { project } = context;
  const key = `writtenColumns\0${project.packageOf(context.path)?.dir ?? ''}`;
  const known = project.projectMemo.get(key) as ReadonlyMap<string, ReadonlySet<string>> | undefined;
  if (known) return known;
  const tables = new Map<string, Set<string>>();
  for (const path of project.filesNear(context.path)) {
    for (const [name, columns] of project.factOf(path, 'writtenColumns', columnsIn)) {
      const known = tables.get(name) ?? tables.set(name, new Set()).get(name)!;
      for (const column of columns) known.add(column);
    }
  }
  project.projectMemo.set(key, tables);
  return tables;
}

/** The columns that the statements of one text name, by table. */
function columnsIn(text: string): readonly (readonly [string, readonly string[]])[] {
  if (!/\b(?:insert\s+(?:or\s+\w+\s+)?into|select|update)\s/i.test(text)) return [];
  const statements = [
    /\binsert\s+(?:or\s+\w+\s+)?into\s+(?:["'`]?\w+["'`]?\.)?["'`[]?(?<table>\w+)["'`\]]?\s*\((?<columns>[\w\s,"'`[\]]+)\)/gi,
    /\bupdate\s+(?:["'`]?\w+["'`]?\.)?["'`[]?(?<table>\w+)["'`\]]?\s+set\s+(?<columns>\w+)\s*=/gi,
    /\bselect\s+(?<columns>[\w\s,"'`]+?)\s+from\s+(?:["'`]?\w+["'`]?\.)?["'`[]?(?<table>\w+)/gi,
  ];
  return statements.flatMap((statement) =>
    [...text.matchAll(statement)].map(({ groups }) => {
      const columns = groups!['columns']!.split(',').map((column) => column.trim().replace(/["'`[\]]/g, ''));
      return [groups!['table']!.toLowerCase(), columns.filter((column) => /^\w+$/.test(column))] as const;
    }),
  );
}

export interface Adapter {
  readonly call: Ref<ts.NewExpression>;
  readonly className: string;
  readonly kind: 'drizzle' | 'prisma' | 'sql' | 'mongo' | 'community';
  readonly dialect: Dialect | undefined;
}

const ADAPTERS: Readonly<Record<string, { kind: Adapter['kind']; dialect?: Dialect }>> = {
  DrizzlePostgreSQLAdapter: { kind: 'drizzle', dialect: 'pg' },
  DrizzleMySQLAdapter: { kind: 'drizzle', dialect: 'mysql' },
  DrizzleSQLiteAdapter: { kind: 'drizzle', dialect: 'sqlite' },
  PrismaAdapter: { kind: 'prisma' },
  NodePostgresAdapter: { kind: 'sql', dialect: 'pg' },
  PostgresJsAdapter: { kind: 'sql', dialect: 'pg' },
  NeonHTTPAdapter: { kind: 'sql', dialect: 'pg' },
  Mysql2Adapter: { kind: 'sql', dialect: 'mysql' },
  PlanetScaleAdapter: { kind: 'sql', dialect: 'mysql' },
  BetterSqlite3Adapter: { kind: 'sql', dialect: 'sqlite' },
  LibSQLAdapter: { kind: 'sql', dialect: 'sqlite' },
  D1Adapter: { kind: 'sql', dialect: 'sqlite' },
  BunSQLiteAdapter: { kind: 'sql', dialect: 'sqlite' },
  MongodbAdapter: { kind: 'mongo' },
};

/** The `new …Adapter(…)` calls of a file. */
export function adaptersOf(context: FileContext, file = context.file): readonly Adapter[] {
  const found: Adapter[] = [];
  for (const node of file.calls) {
    if (!ts.isNewExpression(node)) continue;
    const ref = { node, file };
    for (const value of context.values.roots({ ...ref, node: node.expression })) {
      if (!value.external || value.path.length) continue;
      const { module, name } = value.external;
      const known = module.startsWith('@lucia-auth/adapter-') ? own(ADAPTERS, name) : undefined;
      if (known) found.push({ call: ref, className: name, kind: known.kind, dialect: known.dialect });
      else if (/lucia.*adapter|adapter.*lucia/i.test(module) && /Adapter$/.test(name)) {
        found.push({ call: ref, className: name, kind: 'community', dialect: undefined });
      }
    }
  }
  return found;
}

/** Whether a table (or model) of the project holds its users: by its name, or because the sessions belong to its rows. */
export function isTableOfUsers(context: FileContext, name: string | undefined): boolean {
  return name !== undefined && (/^(?:\w+_)?users?$/i.test(name) || sessionHolders(context).has(name.toLowerCase()));
}

/**
 * Whether a write goes to accounts that have no sessions of Lucia: rows with an address or a name to sign in with, in a
 * table that neither holds the users of the sessions nor refers to them.
 */
export function holdsOtherAccounts(context: FileContext, op: DatabaseOp): boolean {
  const holders = sessionHolders(context);
  if (!holders.size) return false;
  const isHolder = (name: string | undefined): boolean => name !== undefined && holders.has(name.toLowerCase());
  const signsIn = (columns: Iterable<string>): boolean =>
    [...columns].some((name) => /^(?:e_?mail|user_?name)/i.test(name));
  const table = tableOfOperation(context, op);
  if (table)
    return (
      table.name !== undefined &&
      !isHolder(table.name) &&
      signsIn(table.columns.keys()) &&
      ![...table.columns.values()].some((column) => {
        const to = referredBy(column);
        return to && isHolder(tableOf(context, to.table)?.name);
      })
    );
  const model = op.tableName === undefined ? undefined : prismaModels(context).get(op.tableName.toLowerCase());
  return (
    !!model &&
    !isHolder(model.name) &&
    signsIn(model.fields.keys()) &&
    ![...model.fields.values()].some(({ type }) => isHolder(type))
  );
}

/** The tables that the rows of session tables refer to, in lower case. */
function sessionHolders(context: FileContext): ReadonlySet<string> {
  const { project } = context;
  const key = `sessionHolders\0${project.packageOf(context.path)?.dir ?? ''}`;
  const known = project.projectMemo.get(key) as ReadonlySet<string> | undefined;
  if (known) return known;
  const holders = new Set<string>();
  const add = (name: string | undefined): unknown => name && holders.add(name.toLowerCase());
  const isOfSessions = (name: string, columns: { has(column: string): boolean }): boolean =>
    /session/i.test(name) && isSessionShape(columns);
  for (const [variable, { name, columns }] of declaredTables(context)) {
    if (!isOfSessions(`${variable} ${name}`, columns)) continue;
    const column = columns.get('userId') ?? columns.get('user_id');
    const to = column && referredBy(column);
    add(to && tableOf(context, to.table)?.name);
  }
  for (const [name, { columns, refers }] of createdTables(context))
    if (isOfSessions(name, columns)) add(refers.get('user_id') ?? refers.get('userId'));
  for (const { name, fields } of prismaModels(context).values())
    if (isOfSessions(name, fields))
      add([...fields.values()].find(({ line }) => /\bfields:\s*\[\s*user_?id\s*\]/i.test(line))?.type);
  project.projectMemo.set(key, holders);
  return holders;
}
