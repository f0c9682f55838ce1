import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { argumentsOf, propertyName, stringValue, ts, unwrap, walk } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { adaptersOf, createdTables, declaredTables, prismaModelOf, prismaModels, tableOf } from '../../_shared/schema';
import type { Adapter, Column, CreatedTable, Dialect, Table } from '../../_shared/schema';

export default defineRule({
  id: 'adapter-schema-mismatch',
  family: 'setup',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 628,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A table or model given to the adapter lacks what Lucia reads and writes, or has it in another type.',
    why: 'Some mismatches are compile errors of a hundred lines, some are silent until the first session is created or read, and one (seconds against milliseconds) makes every session look expired or endless.',
    how: 'Give the session table id (text), userId and expiresAt: timestamp with mode date in PostgreSQL, datetime in MySQL, plain integer (Unix seconds) in SQLite, DateTime in Prisma. Declare `UserId: number` in Register when user ids are numbers.',
    limits:
      'Only Drizzle and Astro DB tables, Prisma models and, for the SQL adapters, CREATE TABLE statements in the project are read; tables that are altered later are left alone.',
  },
  sources: [
    {
      title: 'Lucia v3: Drizzle adapter',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/database/drizzle.md',
    },
    {
      title: 'Lucia v3: Prisma adapter',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/database/prisma.md',
    },
  ],
  messages: {
    missing: 'The session {thing} has no `{name}`: Lucia needs id, userId and expiresAt.',
    missingSql: 'The session table has no `{name}`: Lucia needs id, user_id and expires_at.',
    expiresSql: '`expires_at` must be {expected}; found {found}.',
    expires: '`expiresAt` must be {expected}; found {found}.',
    nullable: '`{name}` of the session {thing} must not be null.',
    sessionId: "The session {thing}'s `id` must be text: Lucia's session ids are 40 letters and digits; found {found}.",
    userId:
      "User ids are numbers, but Register has no `UserId: number`: session.userId and user.id do not fit Lucia's types.",
    unfilled: 'The session {thing} wants `{name}`, which createSession() is not given: no session can be stored.',
    dialect: '{adapter} with {dialect} tables: use the adapter for that database.',
  },
  words: ['Adapter', 'Table('],
  check(context, report) {
    for (const adapter of adaptersOf(context)) {
      const args = adapter.call.node.arguments ?? [];
      if (adapter.kind === 'prisma') {
        checkPrisma(context, args, report);
        continue;
      }
      if (adapter.kind === 'sql') {
        checkSql(context, adapter, report);
        continue;
      }
      if (adapter.kind !== 'drizzle' && adapter.kind !== 'community') continue;
      const [, sessionArg, userArg] = args;
      if (!sessionArg || !userArg) continue;
      const session = tableOf(context, context.ref(sessionArg));
      const user = tableOf(context, context.ref(userArg));
      const swapped = !!session && !!user && !session.columns.has('userId') && user.columns.has('userId');
      if (swapped) continue;
      if (session) checkSession(context, session, adapter, context.ref(sessionArg), report);
      if (user && session) {
        const id = user.columns.get('id');
        if (id && isNumeric(id) && isTyped(context) && !declaresNumberId(context)) {
          report({
            at: userArg,
            message: 'userId',
            severity: adapter.kind === 'community' ? 'warning' : 'error',
            related: [context.related(id.ref, 'The id is a number here.')],
          });
        }
      }
    }
    for (const { adapter, table, given } of adaptersOfTables(context))
      checkSession(context, table, adapter, given, report);
  },
});

/** The adapters of other files that get a table which this file declares. */
function* adaptersOfTables(
  context: FileContext,
): Generator<{ readonly adapter: Adapter; readonly table: Table; readonly given: Ref }> {
  const { project } = context;
  if (!project.mentions(context.path, 'Table(')) return;
  for (const path of project.filesNear(context.path)) {
    const file = path !== context.path && project.mentions(path, 'Adapter(') ? project.model(path) : undefined;
    for (const adapter of file ? adaptersOf(context, file) : []) {
      const [, sessionArg, userArg] = adapter.call.node.arguments ?? [];
      const isOfTables = adapter.kind === 'drizzle' || adapter.kind === 'community';
      if (!isOfTables || !sessionArg || !userArg || context.frameworks.isTest(path)) continue;
      const given = { ...adapter.call, node: sessionArg };
      const table = tableOf(context, given);
      if (!table || table.ref.file !== context.file) continue;
      const user = tableOf(context, { ...adapter.call, node: userArg });
      if (user && !table.columns.has('userId') && user.columns.has('userId')) continue;
      yield { adapter, table, given };
    }
  }
}

type Report = (finding: {
  at: ts.Node;
  message: string;
  severity?: 'warning';
  data?: Record<string, string>;
  related?: ReturnType<FileContext['related']>[];
}) => void;

/** @param given the argument of the adapter, in this file or in that of the adapter */
function checkSession(context: FileContext, table: Table, adapter: Adapter, given: Ref, report: Report): void {
  const { dialect, className } = adapter;
  const put = (ref: Ref, message: string, data: Record<string, string>, related: [Ref, string]): void => {
    if (ref.file === context.file) report({ at: ref.node, message, data, related: [context.related(...related)] });
  };
  const declared: [Ref, string] = [table.ref, 'The table is declared here.'];
  if (dialect && table.dialect && dialect !== table.dialect) {
    const names = { pg: 'PostgreSQL', mysql: 'MySQL', sqlite: 'SQLite' };
    put(given, 'dialect', { adapter: className, dialect: names[table.dialect] }, declared);
    return;
  }
  const spreads = hasSpread(table.ref);
  // The column is what has to change; it is only shown beside where its own file cannot lead to the adapter.
  const placeOf = ({ ref }: Column): { readonly place: Ref; readonly related: [Ref, string] } =>
    ref.file === given.file || context.project.filesNear(ref.file.path).includes(given.file.path)
      ? { place: ref, related: [given, 'The adapter gets the table here.'] }
      : { place: given, related: [ref, 'The column is declared here.'] };
  for (const name of ['id', 'userId', 'expiresAt']) {
    const column = table.columns.get(name);
    if (!column) {
      // `expires_at: datetime('expires_at')`: the key is what Lucia asks for.
      const meant = [...table.columns.values()].find(
        ({ key }) => key.replaceAll('_', '').toLowerCase() === name.toLowerCase(),
      );
      const at = meant ? placeOf(meant) : { place: given, related: declared };
      if (!spreads) put(at.place, 'missing', { thing: 'table', name }, at.related);
      continue;
    }
    const { place, related } = placeOf(column);
    if (name === 'id' && (isNumeric(column) || column.type === 'uuid'))
      put(place, 'sessionId', { thing: 'table', found: column.type }, related);
    if (name === 'expiresAt') {
      const wrong = wrongExpiry(column, table.dialect ?? dialect);
      if (wrong) put(place, 'expires', wrong, related);
    }
    const isNotNull = column.modifiers.some((modifier) => modifier === 'notNull' || modifier === 'primaryKey');
    if (name !== 'id' && !isNotNull && table.dialect && isKnown(column) && !column.modifiers.includes('$type'))
      put(place, 'nullable', { thing: 'table', name }, related);
  }
  for (const [name, column] of table.columns) {
    const { modifiers } = column;
    const isWanted = modifiers.includes('notNull') && !modifiers.some((modifier) => FILLS.test(modifier));
    if (!isWanted || OWN.test(name) || !isKnown(column) || /serial$/.test(column.type)) continue;
    const { place, related } = placeOf(column);
    if (place.file === context.file && isUnfilled(context, name))
      put(place, 'unfilled', { thing: 'table', name }, related);
  }
}

/** What Lucia writes into each session. */
const OWN = /^(?:id|userId|expiresAt)$/;

/** Calls after a column by which the database or Drizzle gives it a value. */
const FILLS = /default|onUpdate|autoincrement|generated|primaryKey|identity/i;

/** Whether sessions are made without an attribute, as far as all calls that make one can be read. */
function isUnfilled(context: FileContext, name: string): boolean {
  const given = attributesGiven(context);
  return given.length > 0 && given.every((names) => names !== undefined && !names.includes(name));
}

/** The names of the attributes in each createSession() of the project; undefined for a call that does not write them out. */
function attributesGiven(context: FileContext): readonly (readonly string[] | undefined)[] {
  const { project } = context;
  const key = `attributesGiven\0${project.packageOf(context.path)?.dir ?? ''}`;
  const known = project.projectMemo.get(key) as readonly (readonly string[] | undefined)[] | undefined;
  if (known) return known;
  const found: (readonly string[] | undefined)[] = [];
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    const file = project.mentions(path, 'createSession') ? project.model(path) : undefined;
    for (const node of file?.calls ?? []) {
      const call = { node, file: file! };
      const isLucia = context.ops
        .of(call)
        .some((op) => op.kind === 'lucia' && op.method === 'createSession' && !op.own);
      if (!isLucia) continue;
      const [, given] = argumentsOf(node);
      const attributes = given && unwrap(given);
      const names =
        attributes && ts.isObjectLiteralExpression(attributes)
          ? attributes.properties.map((property) => property.name && propertyName(property.name))
          : [undefined];
      found.push(names.every((one) => one !== undefined) ? names : undefined);
    }
  }
  project.projectMemo.set(key, found);
  return found;
}

function wrongExpiry(column: Column, dialect: Dialect | undefined): { expected: string; found: string } | undefined {
  const found = column.mode ? `${column.type} with mode ${column.mode}` : column.type;
  if (dialect === 'sqlite') {
    // Drizzle exports `int` as another name of `integer`.
    if (/^int(?:eger)?$/.test(column.type) && (column.mode === undefined || column.mode === 'number')) return undefined;
    return /^(?:integer|int|blob|real|numeric)$/.test(column.type)
      ? { expected: 'a plain integer (Unix seconds)', found }
      : undefined;
  }
  if (dialect === 'pg') {
    if (column.type === 'timestamp')
      return column.mode === 'string' ? { expected: 'a timestamp with mode date', found } : undefined;
    return /^(?:integer|bigint|serial|text|varchar|date|time|bigserial|numeric)$/.test(column.type)
      ? { expected: 'a timestamp with mode date', found }
      : undefined;
  }
  if (dialect === 'mysql') {
    if (column.type === 'datetime' || column.type === 'timestamp')
      return column.mode === 'string' ? { expected: 'a datetime with mode date', found } : undefined;
    return /^(?:int|bigint|varchar|text|date|time)$/.test(column.type) ? { expected: 'a datetime', found } : undefined;
  }
  return undefined;
}

const SQL_TYPES: Readonly<Record<Dialect, { readonly wrong: RegExp; readonly expected: string }>> = {
  pg: { wrong: /^(?:big)?(?:int|integer|int4|int8|serial|text|varchar|date|time|numeric)$/, expected: 'TIMESTAMPTZ' },
  mysql: { wrong: /^(?:big)?(?:int|integer|text|varchar|date|time|decimal)$/, expected: 'DATETIME' },
  // SQLite keeps a number in columns of most types.
  sqlite: { wrong: /^(?:blob|boolean)$/, expected: 'INTEGER' },
};

/** Names of tables given as text, against the SQL that creates those tables. */
function checkSql(context: FileContext, adapter: Adapter, report: Report): void {
  const names = adapter.call.node.arguments?.[1];
  const [name] = names ? context.values.roots(context.ref(names), ['session']) : [];
  const text = name && !name.path.length ? stringValue(name.ref.node) : undefined;
  if (!names || text === undefined) return;
  const own = text.replace(/^.*\./, '');
  const created = createdTables(context).get(own.toLowerCase());
  const table = created && !created.isChanged ? created : (tableInCode(context, own) ?? created);
  const isSession = table && ['user_id', 'expires_at'].some((column) => table.columns.has(column));
  if (!isSession || table.isChanged) return;
  const at = name!.ref.file === context.file ? name!.ref.node : names;
  for (const column of ['id', 'user_id', 'expires_at']) {
    const type = table.columns.get(column);
    if (type === undefined) report({ at, message: 'missingSql', data: { name: column } });
    else if (column === 'id' && /^(?:uuid|(?:big|small)?(?:int|integer|serial))$/.test(type))
      report({ at, message: 'sessionId', data: { thing: 'table', found: type.toUpperCase() } });
    else if (column === 'expires_at' && adapter.dialect && SQL_TYPES[adapter.dialect].wrong.test(type)) {
      const { expected } = SQL_TYPES[adapter.dialect];
      report({ at, message: 'expiresSql', data: { expected, found: type.toUpperCase() } });
    }
  }
}

/** A table that Drizzle's schema declares under a name, by the names of its columns in the database; their types are Drizzle's. */
function tableInCode(context: FileContext, name: string): CreatedTable | undefined {
  for (const { ref, columns } of declaredTables(context).values()) {
    if (stringValue(ref.node.arguments[0]) !== name) continue;
    const named = [...columns.values()].map(({ dbName, key }) => [dbName ?? key, ''] as const);
    return { columns: new Map(named), refers: new Map(), isChanged: hasSpread(ref) || named.length === 0 };
  }
  return undefined;
}

/** A type of Drizzle's; a function of another name may say by itself that the column must not be null. */
function isKnown(column: Column): boolean {
  return (
    isNumeric(column) ||
    /^(?:text|varchar|char|uuid|timestamp|datetime|date|time|real|blob|boolean|mediumint|tinyint)$/.test(column.type)
  );
}

function isNumeric(column: Column): boolean {
  return /^(?:serial|bigserial|smallserial|integer|int|bigint|smallint|number|numeric)$/.test(column.type);
}

function hasSpread(ref: Ref<ts.CallExpression>): boolean {
  let found = false;
  walk(ref.node, (node) => {
    if (ts.isSpreadAssignment(node)) found = true;
    return !found;
  });
  return found;
}

function declaresNumberId(context: FileContext): boolean {
  for (const path of new Set([context.path, ...context.project.filesNear(context.path)])) {
    const text = context.project.text(path) ?? '';
    if (/declare\s+module\s+['"]lucia['"]/.test(text) && /\bUserId\b\s*:/.test(text)) return true;
  }
  return false;
}

/** Without types nothing asks whether ids are numbers. */
function isTyped(context: FileContext): boolean {
  return !/\.[cm]?jsx?$/.test(context.path);
}

function checkPrisma(context: FileContext, args: readonly ts.Expression[], report: Report): void {
  const [sessionArg, userArg] = args;
  const model = sessionArg && prismaModelOf(context, context.ref(sessionArg));
  if (!model || !/session/i.test(model.name)) return;
  const put = (message: string, data: Record<string, string>): void => report({ at: sessionArg, message, data });
  for (const name of ['id', 'userId', 'expiresAt']) {
    const field = model.fields.get(name);
    if (!field) {
      put('missing', { thing: 'model', name });
      continue;
    }
    if (name === 'id' && field.type !== 'String') put('sessionId', { thing: 'model', found: field.type });
    if (name === 'expiresAt' && field.type !== 'DateTime') put('expires', { expected: 'DateTime', found: field.type });
    if (field.optional) put('nullable', { thing: 'model', name });
  }
  const isNumber = /^(?:Int|BigInt)$/.test(model.fields.get('userId')?.type ?? '');
  if (isNumber && userArg && isTyped(context) && !declaresNumberId(context))
    report({ at: userArg, message: 'userId', severity: 'warning' });
  const models = prismaModels(context);
  for (const [name, { type, optional, line }] of model.fields) {
    const isColumn = !type.endsWith('[]') && type !== 'Unsupported' && !models.has(type.toLowerCase());
    if (!isColumn || optional || OWN.test(name) || /@(?:default|updatedAt|ignore)\b/.test(line)) continue;
    if (isUnfilled(context, name)) put('unfilled', { thing: 'model', name });
  }
}
