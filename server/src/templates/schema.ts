import { codeStyleOf, restyle } from '../core/text';
import { calleeName, memberOf, parse, propertyName, ts, unwrap } from '../core/syntax';

/** A table that the project has, in whatever way it declares it. */
export interface ExistingTable {
  /** What code calls it: a constant of Drizzle, a model of Prisma, else the table's name in the database. */
  readonly name: string;
  /** The file that declares it, from the project folder; of one that only Lucia's adapter names, the adapter's. */
  readonly path: string;
  /** Whether its declaration was found, and with it its columns. */
  readonly isDeclared: boolean;
  readonly columns: ReadonlyMap<string, Column>;
}

interface Column {
  /** `text`, `String`, `VARCHAR(255)`. */
  readonly type: string;
  /** Has to be given when a row is inserted. */
  readonly required: boolean;
}

/** What of the tables that the blocks need is there already. */
export interface ExistingSchema {
  readonly user: ExistingTable | undefined;
  readonly session: ExistingTable | undefined;
  readonly account: ExistingTable | undefined;
  readonly token: ExistingTable | undefined;
}

export type Layer = 'drizzle' | 'prisma' | 'sql';

/** The names of the columns of a user table that the blocks read and write; undefined where it has none of that kind. */
export interface UserColumns {
  readonly email: string | undefined;
  readonly emailVerified: string | undefined;
  readonly passwordHash: string | undefined;
}

/**
 * Finds the tables of users, sessions, OAuth accounts and mailed tokens among the files of a project.
 * @param files texts by path from the project folder
 * @param known the names that the project's Lucia adapter gives
 */
export function readSchema(
  files: ReadonlyMap<string, string>,
  layer: Layer,
  known: { readonly userTable?: string | undefined; readonly sessionTable?: string | undefined },
): ExistingSchema {
  const found = [...files].flatMap(([path, text]) => tablesIn(path, text, layer));
  const tables = layer === 'sql' ? found.map((table) => altered(table, files)) : found;
  const named = (name: string | undefined): ExistingTable | undefined =>
    name === undefined ? undefined : tables.find((table) => sameName(table.name, name));
  const like = (pattern: RegExp, test: (columns: readonly string[]) => boolean): ExistingTable | undefined =>
    tables.find((table) => pattern.test(table.name) && test([...table.columns.keys()]));
  const any = (columns: readonly string[], pattern: RegExp): boolean => columns.some((name) => pattern.test(name));
  return {
    user: named(known.userTable) ?? like(/^(?:auth_?)?(?:users?|members?)(?:_?table)?$/i, (own) => any(own, /^id$/i)),
    session:
      named(known.sessionTable) ?? like(/^(?:auth_?|user_?)?sessions?(?:_?table)?$/i, (own) => any(own, /^expires/i)),
    account: like(/account/i, (own) => own.includes('provider') && any(own, /^provider_?user_?id$/i)),
    token: like(/token/i, (own) => ['hash', 'purpose'].every((name) => own.includes(name))),
  };
}

export function userColumns({ columns }: ExistingTable): UserColumns {
  const find = (...patterns: readonly RegExp[]): string | undefined => {
    for (const pattern of patterns) for (const name of columns.keys()) if (pattern.test(name)) return name;
    return undefined;
  };
  const verified = find(/^(?:is_?)?e_?mail_?(?:is_?)?verified$/i);
  // A date of verification cannot hold what the blocks write: true or false.
  const isDate = verified !== undefined && /date|time/i.test(columns.get(verified)?.type ?? '');
  return {
    email: find(/^e_?mail$/i, /^e_?mail_?address$/i),
    emailVerified: isDate ? undefined : verified,
    passwordHash: find(/^(?:hashed_?)(?:password|pass|pwd)$|^(?:password|pass|pwd)_?(?:hash|hashed)$/i, /^password$/i),
  };
}

/** A table that is there, somewhere, because the project's adapter names it. */
export function undeclared(name: string, path: string): ExistingTable {
  return { name, path, isDeclared: false, columns: new Map() };
}

/** Whether one file declares all tables: a schema of the blocks themselves, or one made after it. */
export function isWhole({ user, session, account, token }: ExistingSchema): boolean {
  return !!user && [session, account, token].every((table) => table?.path === user.path);
}

/** The columns of a user table, beyond those that the blocks fill in, that a new row cannot do without. */
export function otherRequired(table: ExistingTable): string[] {
  const known: readonly (string | undefined)[] = ['id', ...Object.values(userColumns(table))];
  return [...table.columns].filter(([name, { required }]) => required && !known.includes(name)).map(([name]) => name);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function tablesIn(path: string, text: string, layer: Layer): ExistingTable[] {
  if (layer === 'prisma') return path.endsWith('.prisma') ? prismaModels(path, text) : [];
  if (layer === 'sql') return /\bcreate\s+table\b/i.test(text) ? sqlTables(path, text) : [];
  return /drizzle-orm/.test(text) && /Table\w*\s*\(/.test(text) && /\.[cm]?[jt]s$/.test(path)
    ? drizzleTables(path, text)
    : [];
}

/** `export const users = pgTable('users', { … })`, by whatever table function. */
function drizzleTables(path: string, text: string): ExistingTable[] {
  const found: ExistingTable[] = [];
  for (const statement of parse(path, text).statements) {
    if (!ts.isVariableStatement(statement)) continue;
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const call = initializer && unwrap(initializer);
      if (!ts.isIdentifier(name) || !call || !ts.isCallExpression(call)) continue;
      if (!/table$/i.test(calleeName(call) ?? '')) continue;
      const body = columnsOf(call);
      if (!body) continue;
      found.push({ name: name.text, path, isDeclared: true, columns: drizzleColumns(body) });
    }
  }
  return found;
}

/** How each kind of database declares the columns that the blocks read and write. */
const DRIZZLE_COLUMNS: Readonly<Record<string, Readonly<Record<keyof UserColumns, string>>>> = {
  'pg-core': {
    email: "text('email').unique()",
    emailVerified: "boolean('email_verified').notNull().default(false)",
    passwordHash: "text('password_hash')",
  },
  'mysql-core': {
    email: "varchar('email', { length: 255 }).unique()",
    emailVerified: "boolean('email_verified').notNull().default(false)",
    passwordHash: "varchar('password_hash', { length: 255 })",
  },
  'sqlite-core': {
    email: "text('email').unique()",
    emailVerified: "integer('email_verified', { mode: 'boolean' }).notNull().default(false)",
    passwordHash: "text('password_hash')",
  },
};

/**
 * A file of Drizzle tables with the columns that its table of users lacks.
 * @returns undefined when the table is declared in a way that this does not know
 */
export function addDrizzleColumns(path: string, text: string, table: ExistingTable): string | undefined {
  const lacking = Object.entries(userColumns(table)).flatMap(([name, known]) => (known === undefined ? [name] : []));
  const kind = /from\s+['"]drizzle-orm\/(pg-core|mysql-core|sqlite-core)['"]/.exec(text);
  const columns = kind && DRIZZLE_COLUMNS[kind[1]!];
  const sourceFile = parse(path, text);
  const shape = columns && shapeOf(sourceFile, table.name);
  if (!columns || !shape?.properties.length || lacking.length === 0) return undefined;
  const prefix = builderName(shape);
  if (prefix === undefined || lacking.some((name) => table.columns.has(name))) return undefined;
  const made = lacking.map((name) => columns[name as keyof UserColumns]);
  const style = codeStyleOf(text);
  const added = lacking.map((name, index) => restyle(`${name}: ${prefix}${made[index]}`, style));
  const { end, hasTrailingComma } = shape.properties;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', shape.properties.at(-1)!.getStart()) + 1))![0];
  const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)?/.exec(text.slice(end))![0];
  const comma = hasTrailingComma ? '' : ',';
  const whole = text.slice(shape.getStart(), end).includes('\n')
    ? text.slice(0, end) +
      comma +
      comment +
      added.map((line) => `${style.lineEnd}${indent}${line},`).join('') +
      text.slice(end + comment.length)
    : `${text.slice(0, end)}${comma} ${added.join(', ')}${text.slice(end)}`;
  return prefix === '' ? withColumnImports(whole, made) : whole;
}

/** The object literal of columns of a table. */
function shapeOf(sourceFile: ts.SourceFile, table: string): ts.ObjectLiteralExpression | undefined {
  for (const statement of sourceFile.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const call = initializer && unwrap(initializer);
      if (!ts.isIdentifier(name) || name.text !== table || !call || !ts.isCallExpression(call)) continue;
      return columnsOf(call);
    }
  }
  return undefined;
}

function columnsOf(call: ts.CallExpression): ts.ObjectLiteralExpression | undefined {
  const shape = call.arguments[1] && unwrap(call.arguments[1]);
  const body = shape && ts.isArrowFunction(shape) && !ts.isBlock(shape.body) ? unwrap(shape.body) : shape;
  return body && ts.isObjectLiteralExpression(body) ? body : undefined;
}

/** `t.` where columns are made as `(t) => ({ id: t.text() })`. */
function builderName(shape: ts.Node): string | undefined {
  let parent = shape.parent;
  while (!ts.isArrowFunction(parent) && !ts.isCallExpression(parent)) parent = parent.parent;
  if (!ts.isArrowFunction(parent)) return '';
  const name = parent.parameters[0]?.name;
  return name && ts.isIdentifier(name) ? `${name.text}.` : undefined;
}

/** The text with imports of what makes columns. */
function withColumnImports(text: string, columns: readonly string[]): string {
  const names = columns.map((column) => /^\w+/.exec(column)![0]);
  const list = /import\s*\{([^}]*)\}\s*from\s+['"]drizzle-orm\/(?:pg|mysql|sqlite)-core['"]/d.exec(text);
  if (!list) return text;
  const known = list[1]!.split(',').map((part) => part.trim());
  const missing = [...new Set(names)].filter((name) => !known.includes(name));
  const [start] = list.indices![1]!;
  const lead = /^\s*/.exec(list[1]!)![0];
  const gap = lead.includes('\n') ? lead : ' ';
  const added = missing.map((name) => `${name},${gap}`).join('');
  return text.slice(0, start + lead.length) + added + text.slice(start + lead.length);
}

function drizzleColumns(object: ts.ObjectLiteralExpression): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const property of object.properties) {
    const key = propertyName(property.name);
    if (key === undefined || !ts.isPropertyAssignment(property)) continue;
    const called: string[] = [];
    let call: ts.Node = unwrap(property.initializer);
    while (ts.isCallExpression(call)) {
      called.unshift(calleeName(call) ?? '');
      const member = memberOf(unwrap(call.expression));
      if (!member) break;
      call = unwrap(member.object);
    }
    const mode = /\bmode:\s*['"](\w+)['"]/.exec(property.initializer.getText())?.[1] ?? '';
    const [type = ''] = called;
    const filled = called.some((name) =>
      /^(?:default\w*|\$default\w*|\$onUpdate\w*|generated\w*|primaryKey)$/.test(name),
    );
    const required = called.includes('notNull') && !filled && !/serial/i.test(type);
    columns.set(key, { type: `${type} ${mode}`.trim(), required });
  }
  return columns;
}

function prismaModels(path: string, text: string): ExistingTable[] {
  return [...text.matchAll(/^\s*model\s+(\w+)\s*\{([^]*?)^\s*\}/gm)].map(([, name = '', body = '']) => {
    const columns = new Map<string, Column>();
    for (const [, field = '', type = '', rest = ''] of body.matchAll(/^\s*(\w+)\s+(\w+(?:\[\]|\?)?)([^\n]*)$/gm)) {
      const filled = /@(?:default|updatedAt|relation)\b/.test(rest);
      // A field of another model's type is no column.
      const scalar = /^(?:String|Boolean|Int|BigInt|Float|Decimal|DateTime|Json|Bytes)$/.test(type);
      columns.set(field, { type, required: scalar && !filled });
    }
    return { name, path, isDeclared: true, columns };
  });
}

const CONSTRAINT = /^(?:primary|foreign|unique|constraint|check|index|key|exclude|fulltext|spatial)\b/i;

function sqlTables(path: string, text: string): ExistingTable[] {
  const found: ExistingTable[] = [];
  const head = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(?:["`[]?\w+["`\]]?\.)?["`[]?(\w+)["`\]]?\s*\(/gi;
  for (const match of text.matchAll(head)) {
    const columns = new Map<string, Column>();
    for (const part of partsUpToClosing(text, match.index + match[0].length)) {
      const [, name, type = '', rest = ''] = /^["`[]?(\w+)["`\]]?\s+(\w+)([^]*)$/.exec(part) ?? [];
      if (name === undefined || CONSTRAINT.test(part)) continue;
      const filled = /\b(?:default|primary\s+key|auto_?increment|generated)\b/i.test(rest) || /serial/i.test(type);
      columns.set(name, { type, required: /\bnot\s+null\b/i.test(rest) && !filled });
    }
    found.push({ name: match[1]!, path, isDeclared: true, columns });
  }
  return found;
}

/** The table with the columns that migrations have added since. */
function altered(table: ExistingTable, files: ReadonlyMap<string, string>): ExistingTable {
  const columns = new Map(table.columns);
  for (const text of files.values()) {
    const added = /\balter\s+table\s+["`[]?(\w+)["`\]]?\s+add\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+(\w+)/gi;
    for (const [, name = '', column = '', type = ''] of text.matchAll(added)) {
      if (sameName(name, table.name)) columns.set(column, { type, required: false });
    }
  }
  return { ...table, columns };
}

/** What stands between commas of the outermost level, up to the bracket that closes it. Comments are left out. */
function partsUpToClosing(text: string, start: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  const source = text.slice(start).replace(/--[^\n]*/g, '');
  for (const character of source) {
    if (character === ')' && depth === 0) break;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()].filter(Boolean);
}

/**
 * A Prisma schema with the models and fields that it lacks.
 * @param whole a schema that has all of them
 */
export function mergePrisma(text: string, whole: string, tables: ExistingSchema): string {
  const models = [...whole.matchAll(/(?:^\/\/\/[^\n]*\n)?^model (\w+) \{\n([^]*?)^\}/gm)];
  const existing: Readonly<Record<string, ExistingTable | undefined>> = {
    User: tables.user,
    Session: tables.session,
    OAuthAccount: tables.account,
    UserToken: tables.token,
  };
  const columns = tables.user && userColumns(tables.user);
  const has: Readonly<Record<string, unknown>> = {
    ...columns,
    // The other side of each relation goes with the model.
    sessions: tables.session,
    accounts: tables.account,
    tokens: tables.token,
  };
  const userModel = tables.user?.name ?? 'User';
  let merged = text;
  for (const [model, name = '', body = ''] of models) {
    const table = existing[name];
    if (!table) {
      merged = `${merged.trimEnd()}\n\n${model.replace(/^(\s+user\s+)User\b/m, `$1${userModel}`)}\n`;
    } else if (name === 'User') {
      const missing = body.split('\n').filter((line) => {
        const field = /^\s+(\w+)/.exec(line)?.[1];
        return field !== undefined && field !== 'id' && has[field] === undefined;
      });
      if (missing.length === 0) continue;
      const head = new RegExp(`(^\\s*model\\s+${userModel}\\s*\\{[^]*?)(^\\s*\\})`, 'm');
      merged = merged.replace(head, (_, before: string, close: string) => `${before}${missing.join('\n')}\n${close}`);
    }
  }
  return merged;
}
