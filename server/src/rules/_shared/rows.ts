import type { FileContext } from '../../core/context';
import type { DatabaseOp } from '../../core/database';
import type { EntryPoint, FrameworkName } from '../../core/framework';
import { isHashName } from '../../core/roles';
import { bindingOf, exportNamesOf, nameOfFunction } from '../../core/model';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { memoized } from '../../core/values';
import type { FunctionRef, Ref, Value } from '../../core/values';
import { createdTables, mongooseFields, prismaModels, tableOf, tableOfOperation, writtenColumns } from './schema';
import type { PrismaModel } from './schema';

/** Methods of lists and promises that make something else of what a query gave. */
const MAKES_OTHERS = /^(?:map|flatMap|reduce|then|some|every|includes|join|findIndex)$/;

/** Methods that run a query: of D1, better-sqlite3, Mongoose, Kysely, MongoDB. */
const RUNS = /^(?:first|all|get|exec|lean|execute(?:TakeFirst(?:OrThrow)?)?|toArray)$/;

/** The read behind a value: the query of which it is the result, a row or a list of rows. */
export function readBehind(context: FileContext, value: Value): DatabaseOp | undefined {
  let node: ts.Node = unwrap(value.ref.node);
  for (let depth = 0; depth < 12; depth++) {
    if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) {
      for (const op of context.ops.of({ ...value.ref, node: node as CallLike }))
        if (op.kind === 'database' && op.verb === 'read') return op;
    }
    if (!ts.isCallExpression(node)) return undefined;
    const member = memberOf(unwrap(node.expression));
    if (!member || MAKES_OTHERS.test(member.name)) return undefined;
    node = unwrap(member.object);
    // A query that was put into a variable before it is run.
    if (ts.isIdentifier(node) && RUNS.test(member.name)) {
      const binding = bindingOf(value.ref.file, node);
      const declaration = binding?.assigned.length ? undefined : binding?.declaration;
      if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
      node = unwrap(declaration.initializer);
    }
  }
  return undefined;
}

/** The query that gave the rows of a value: a read, or a write that hands back what it wrote. */
export function rowsBehind(context: FileContext, value: Value): DatabaseOp | undefined {
  const read = readBehind(context, value);
  if (read) return read;
  let returns = false;
  for (let node = unwrap(value.ref.node); ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node);) {
    const name = calleeName(node) ?? '';
    // With arguments it names columns.
    if (ts.isCallExpression(node) && /^returning(?:All)?$/.test(name)) returns = !node.arguments.length;
    for (const op of context.ops.of({ ...value.ref, node: node as CallLike })) {
      if (op.kind !== 'database' || op.verb === 'read') continue;
      const isPrisma = /^(?:create|createManyAndReturn|update|upsert|delete)$/.test(name);
      const isMongoose = /^(?:create|find(?:One|ById)And(?:Update|Replace|Delete))$/.test(name);
      const isWhole =
        op.sql === undefined
          ? returns ||
            (isPrisma && prismaModels(context).has(op.tableName?.toLowerCase() ?? '')) ||
            (isMongoose && !!op.table && mongooseFields(context, op.table) !== undefined)
          : /\breturning\s+(?:\w+\.)?\*/i.test(op.sql);
      if (isWhole) return op;
    }
    const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
    if (!member || MAKES_OTHERS.test(member.name)) return undefined;
    node = unwrap(member.object);
  }
  return undefined;
}

/** The steps from the rows of a query to a value: none for the rows themselves, and for one of them. */
export function stepsFromRow(value: Value, op: DatabaseOp): readonly string[] {
  return value.path.filter(
    (part) =>
      part !== '[]' &&
      part !== '...' &&
      !/^\d+$/.test(part) &&
      part !== 'rows' &&
      !(part === 'results' && op.sql !== undefined),
  );
}

/** What a query may be told of the columns that it wants; the options of what comes along with the rows have their own. */
const PICKS = ['select', 'columns', 'omit', 'projection', 'attributes', 'fields'];

/** The objects that a query, or a call that its chain begins with, is given. */
function optionsOf(context: FileContext, op: DatabaseOp): readonly Ref<ts.ObjectLiteralExpression>[] {
  const found: Ref<ts.ObjectLiteralExpression>[] = [];
  let chain: ts.Node = op.call.node;
  while (ts.isCallExpression(chain)) {
    // What is written into columns is no option.
    if (!/^(?:values|set)$/.test(calleeName(chain) ?? ''))
      for (const argument of chain.arguments) found.push(...literalsOf(context, { ...op.call, node: argument }));
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  return found;
}

/** The objects written out somewhere that a value may be. */
function literalsOf(context: FileContext, ref: Ref): readonly Ref<ts.ObjectLiteralExpression>[] {
  return context.values
    .roots(ref)
    .flatMap((value) =>
      !value.path.length && ts.isObjectLiteralExpression(value.ref.node)
        ? [value.ref as Ref<ts.ObjectLiteralExpression>]
        : [],
    );
}

/** One of the options of a query. */
interface Option {
  readonly value: Ref;
  readonly property: Ref<ts.ObjectLiteralElementLike>;
}

/** What an object says by name, with what is spread into it: `{ where, ...withAuthor }`. Whether some of it cannot be read. */
function optionsIn(
  context: FileContext,
  object: Ref<ts.ObjectLiteralExpression>,
  depth = 0,
): { readonly named: ReadonlyMap<string, Option>; readonly isPartial: boolean } {
  const named = new Map<string, Option>();
  let isPartial = false;
  for (const property of object.node.properties) {
    const at = { ...object, node: property };
    const name = propertyName(property.name);
    if (ts.isSpreadAssignment(property)) {
      for (const { ref, path } of depth < 4 ? context.values.deepRoots({ ...object, node: property.expression }) : []) {
        if (isNothing(ref.node)) continue;
        const isRead = !path.length && ts.isObjectLiteralExpression(ref.node);
        const spread = isRead ? optionsIn(context, ref as Ref<ts.ObjectLiteralExpression>, depth + 1) : undefined;
        spread?.named.forEach((option, key) => named.set(key, option));
        isPartial ||= spread?.isPartial ?? true;
      }
    } else if (name !== undefined && ts.isPropertyAssignment(property))
      named.set(name, { value: { ...object, node: property.initializer }, property: at });
    else if (name !== undefined && ts.isShorthandPropertyAssignment(property))
      named.set(name, { value: { ...object, node: property.name }, property: at });
  }
  return { named, isPartial };
}

/** `undefined`, `null` and `false`, of which nothing is spread. */
function isNothing(node: ts.Node): boolean {
  return /^(?:undefined|null|false)$/.test(unwrap(node).getText());
}

/** Whether an object of options names columns, or may do so in what is spread into it and cannot be read. */
function picksColumns(context: FileContext, object: Ref<ts.ObjectLiteralExpression>): boolean {
  const { named, isPartial } = optionsIn(context, object);
  // Filters and documents, which other libraries are given in the same place, have columns in them.
  return PICKS.some((key) => named.has(key)) || (isPartial && [...named.keys()].some((key) => BESIDE_PICKS.test(key)));
}

const BESIDE_PICKS = /^(?:where|data|include|with|orderBy|skip|take|cursor|limit|offset)$/;

/** Whether a query names the columns that it wants. */
export function selectsColumns(context: FileContext, op: DatabaseOp): boolean {
  if (op.sql !== undefined) return !/(?:select|returning)\s+(?:\w+\.)?\*/i.test(op.sql);
  let picks = false;
  let chain: ts.Node = op.call.node;
  while (ts.isCallExpression(chain)) {
    if (/^(?:select|columns|count|pick|project)$/.test(calleeName(chain) ?? '') && chain.arguments.length) picks = true;
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  let outer: ts.Node = op.call.node;
  while (
    outer.parent &&
    (ts.isPropertyAccessExpression(outer.parent) ||
      (ts.isCallExpression(outer.parent) && outer.parent.expression === outer))
  ) {
    outer = outer.parent;
    if (
      ts.isCallExpression(outer) &&
      /^(?:select|project|projection|lean|columns)$/.test(calleeName(outer) ?? '') &&
      outer.arguments.length
    )
      picks = true;
  }
  return picks || isProjected(op) || optionsOf(context, op).some((object) => picksColumns(context, object));
}

/** `Member.find({}, { hash: 0 })`, `Member.findOne(filter, 'name')`: the second argument of Mongoose's finders. */
function isProjected({ call: { node } }: DatabaseOp): boolean {
  const second = ts.isCallExpression(node) && node.arguments[1] && unwrap(node.arguments[1]);
  if (!second || !/^find(?:One|ById)?$/.test(calleeName(node) ?? '')) return false;
  return (
    !ts.isObjectLiteralExpression(second) ||
    second.properties.some((property) => ts.isPropertyAssignment(property) && isOnOff(property.initializer))
  );
}

function isOnOff(value: ts.Node): boolean {
  return /^(?:true|false|0|1)$/.test(unwrap(value).getText());
}

/** The columns that a query names, by their names in the table: none where that cannot be told. */
export function selectedColumns(context: FileContext, op: DatabaseOp): readonly string[] {
  if (op.sql !== undefined)
    return /select\s+([\s\S]*?)\s+from\b/i.exec(op.sql)?.[1]?.match(/\w+(?=\s*(?:,|$|as\b))/gi) ?? [];
  const named = (node: ts.Node | undefined): readonly string[] => {
    const inner = node && unwrap(node);
    if (!inner) return [];
    if (ts.isStringLiteralLike(inner)) return [inner.text.replace(/^.*\./, '').replace(/\s+as\s.*$/i, '')];
    if (ts.isArrayLiteralExpression(inner)) return inner.elements.flatMap(named);
    if (!ts.isObjectLiteralExpression(inner)) return [];
    return inner.properties.flatMap((property) => {
      if (!ts.isPropertyAssignment(property)) return [];
      const value = unwrap(property.initializer);
      const isOn = value.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(value) && value.text !== '0');
      return (isOn ? propertyName(property.name) : memberOf(value)?.name) ?? [];
    });
  };
  const found: string[] = [];
  for (let chain: ts.Node = op.call.node; ts.isCallExpression(chain);) {
    if (/^(?:select|columns|pick|project)$/.test(calleeName(chain) ?? ''))
      found.push(...chain.arguments.flatMap(named));
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  const picks = optionsOf(context, op).flatMap((object) => {
    const options = optionsIn(context, object).named;
    return PICKS.filter((key) => key !== 'omit').map((key) => options.get(key)?.value.node);
  });
  return [...found, ...picks.flatMap(named)];
}

/** Whether a query names columns at all, of its own table or of what comes along: somebody thought of who gets them. */
export function selectsAnyColumns(context: FileContext, op: DatabaseOp): boolean {
  let picks = selectsColumns(context, op);
  walk(op.call.node, (node) => {
    if (ts.isPropertyAssignment(node) && PICKS.includes(propertyName(node.name) ?? '')) picks = true;
    return !picks;
  });
  return picks;
}

const PLAIN_NAME = /^(?:password|passwd|pwd)$/i;
/** What is a password only where the rows are accounts: a pass gets one into a building as well. */
const ACCOUNT_PASSWORD = /^(?:user_?)?(?:pass(?:word|wd)?|pwd|passwort|contrasena|motdepasse|senha)$/i;
const SECRET_COLUMN =
  /^(?:two_?factor_?secret|totp_?(?:secret|key)|otp_?secret|mfa_?secret|secret(?:_?data)?|recovery_?codes?(?:_?hash)?|salt)$/i;

/** Of these, what is so called in tables of other kinds too: the secret of a client of OAuth, of a webhook. */
const AMBIGUOUS_SECRET = /^(?:secret(?:_?data)?|salt)$/i;
const FACTOR_NAME = /otp|2fa|mfa|factor|authenticator/i;

/** What a table of accounts is called, in parts of its name. */
const ACCOUNT_NAME = /user|account|member|admin|auth|login|credential|person|people|staff|employee|customer|client/i;

/** Whether a table is called after accounts or people. */
export function isAccountName(table: string): boolean {
  return ACCOUNT_NAME.test(table);
}

/** Whether a column holds the hash of a password, and no secret of another kind. */
export function isPasswordColumn(column: string): boolean {
  return !SECRET_COLUMN.test(column);
}

/** The column of a table that must not leave the server: a password hash, a one-time-password secret. */
export function secretColumn(context: FileContext, op: DatabaseOp): string | undefined {
  // db.query.users.findFirst() names the table's property of the schema, not its variable.
  const name = op.tableName;
  const table = tableOfOperation(context, op);
  const model = table ? undefined : prismaModels(context).get(name?.toLowerCase() ?? '');
  const keys = table ? [...table.columns.keys()] : model ? prismaColumns(context, model) : [];
  if (keys.length)
    return (
      keys.find(isHashName) ??
      [...(table?.columns ?? [])].find(([, { dbName }]) => dbName !== undefined && isHashName(dbName))?.[0] ??
      secretOf(context, name ?? '', keys)
    );
  const documented = op.table && op.sql === undefined ? mongooseFields(context, op.table) : undefined;
  if (documented) return secretOf(context, name ?? '', documented);
  if (name === undefined) return undefined;
  const created = createdTables(context).get(name.toLowerCase());
  if (created) return secretOf(context, name, [...created.columns.keys()]);
  if (ACCOUNT_NAME.test(name)) {
    const declared = schemaColumn(context, name) ?? secretOf(context, name, kyselyColumns(context, op, name));
    if (declared !== undefined) return declared;
  }
  // Where nothing declares the table, statements that write it name its columns, and logins what they check against.
  if (op.sql === undefined && !isCollection(context, op)) return undefined;
  const columns = op.sql === undefined ? undefined : writtenColumns(context).get(name.toLowerCase());
  return (
    secretOf(context, name, [...(columns ?? [])]) ?? [...(hashedColumns(context).get(name.toLowerCase()) ?? [])][0]
  );
}

/** `db.collection('members')` of MongoDB, whose documents nothing declares. */
function isCollection(context: FileContext, { table }: DatabaseOp): boolean {
  return (
    !!table &&
    context.values
      .roots(table)
      .some(({ ref: { node }, path }) => !path.length && ts.isCallExpression(node) && calleeName(node) === 'collection')
  );
}

/** The columns of a model: its fields without those that stand for rows of other models. */
export function prismaColumns(context: FileContext, model: PrismaModel): readonly string[] {
  const models = prismaModels(context);
  return [...model.fields].flatMap(([key, { type }]) => (models.has(type.replace('[]', '').toLowerCase()) ? [] : key));
}

/** Whether rows of a model come without a column unless it is asked for: `new PrismaClient({ omit: { user: { hash: true } } })`. */
function isOmittedByClient(context: FileContext, model: string, column: string): boolean {
  const { project } = context;
  const key = `clientOmits\0${project.modules.projectRootOf(context.path)}`;
  let known = project.projectMemo.get(key) as ReadonlySet<string> | undefined;
  if (!known) {
    const found = new Set<string>();
    project.projectMemo.set(key, (known = found));
    for (const path of project.filesNear(context.path)) {
      const file =
        project.mentions(path, 'omit') && project.mentions(path, 'PrismaClient') ? project.model(path) : undefined;
      const literal = (node: ts.Node | undefined): Ref<ts.ObjectLiteralExpression> | undefined => {
        const value = node && context.values.roots({ node, file: file! })[0];
        return value && !value.path.length && ts.isObjectLiteralExpression(value.ref.node)
          ? (value.ref as Ref<ts.ObjectLiteralExpression>)
          : undefined;
      };
      for (const call of file?.calls ?? []) {
        if (!ts.isNewExpression(call) || calleeName(call) !== 'PrismaClient') continue;
        const omit = literal(propertyOfLiteral(literal(call.arguments?.[0]), 'omit'));
        for (const ofModel of omit?.node.properties ?? []) {
          const columns = ts.isPropertyAssignment(ofModel) ? literal(ofModel.initializer) : undefined;
          for (const property of columns?.node.properties ?? []) {
            const isOn =
              ts.isPropertyAssignment(property) && unwrap(property.initializer).kind === ts.SyntaxKind.TrueKeyword;
            if (isOn) found.add(`${propertyName(ofModel.name)}.${propertyName(property.name)}`.toLowerCase());
          }
        }
      }
    }
  }
  return known.has(`${model}.${column}`.toLowerCase());
}

/** The columns that rows of a model come with. */
export function givenColumns(context: FileContext, model: PrismaModel): readonly string[] {
  return prismaColumns(context, model).filter((column) => !isOmittedByClient(context, model.name, column));
}

function propertyOfLiteral(object: Ref<ts.ObjectLiteralExpression> | undefined, key: string): ts.Node | undefined {
  return object && propertyOf(object.node, key);
}

/** The secret among columns: by its name, or by what the project does with it. */
function secretOf(context: FileContext, table: string, keys: readonly string[]): string | undefined {
  const named = keys.find(isHashName);
  if (named !== undefined) return named;
  const plain = keys.find((key) => PLAIN_NAME.test(key));
  const isAccount = ACCOUNT_NAME.test(table) || keys.includes('email');
  const secret = keys.find(
    (key) => SECRET_COLUMN.test(key) && (isAccount || FACTOR_NAME.test(table) || !AMBIGUOUS_SECRET.test(key)),
  );
  const own = isAccount ? keys.find((key) => ACCOUNT_PASSWORD.test(key)) : undefined;
  if (own !== undefined) return own;
  const mayBe = plain ?? keys.find((key) => /hash|digest|pass|pwd|secret/i.test(key));
  // In a table of accounts it may be called anything.
  if (mayBe === undefined && !isAccount) return secret;
  const hashed = hashedColumns(context);
  const used = keys.find((key) => hashed.get(table.toLowerCase())?.has(key));
  if (used !== undefined) return used;
  // A password that is not the one that people log in with is that of another system.
  if (plain !== undefined && !hashed.size) return plain;
  if (keys.includes('hash') && keys.includes('email')) return 'hash';
  return secret;
}

/** The columns that passwords are checked against and that hashes are written to, by table: whatever they are called. */
function hashedColumns(context: FileContext): ReadonlyMap<string, ReadonlySet<string>> {
  const { project, values, ops } = context;
  const key = `hashedColumns\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as ReadonlyMap<string, ReadonlySet<string>> | undefined;
  if (known) return known;
  const found = new Map<string, Set<string>>();
  project.projectMemo.set(key, found);
  const add = (table: string | undefined, column: string | undefined): void => {
    const name = table?.toLowerCase();
    if (name === undefined || column === undefined) return;
    (found.get(name) ?? found.set(name, new Set()).get(name)!).add(column);
  };
  for (const path of project.filesNear(context.path)) {
    const text = project.text(path) ?? '';
    const verifies = /verif|compare/i.test(text);
    const writes = /hash/i.test(text) && /\b(?:create|insert|values|set|update|upsert)\b/.test(text);
    const file = (verifies || writes) && !context.frameworks.isTest(path) ? project.model(path) : undefined;
    if (!file) continue;
    for (const node of verifies ? file.functions : [])
      for (const { op } of ops.sites({ node, file })) {
        const checked = op.kind === 'verify' && op.hash ? values.deepRoots(op.hash) : [];
        for (const value of checked) {
          const read = value.path.length ? rowsBehind(context, value) : undefined;
          if (!read) continue;
          const steps = stepsFromRow(value, read);
          const owner = steps
            .slice(0, -1)
            .reduce<Entity | undefined>((entity, step) => entity?.relation(step), entityOf(context, read));
          add(owner?.name, steps[steps.length - 1]);
        }
      }
    for (const node of writes ? file.calls : [])
      for (const op of ops.of({ node, file })) {
        if (op.kind !== 'database' || op.sql !== undefined) continue;
        for (const data of op.data.flatMap((ref) => values.roots(ref))) {
          const object = data.ref.node;
          if (data.path.length || !ts.isObjectLiteralExpression(object)) continue;
          for (const property of object.properties) {
            const given = ts.isPropertyAssignment(property)
              ? property.initializer
              : ts.isShorthandPropertyAssignment(property)
                ? property.name
                : undefined;
            const isHash = (value: Value): boolean =>
              !value.path.length &&
              ts.isCallExpression(value.ref.node) &&
              ops.of(value.ref as Ref<ts.CallExpression>).some((made) => made.kind === 'hash');
            if (given && values.deepRoots({ ...data.ref, node: given }).some(isHash))
              add(op.tableName, propertyName(property.name));
          }
        }
      }
  }
  return found;
}

/** The columns of a table in the interface that `new Kysely<Database>` is given. */
function kyselyColumns(context: FileContext, op: DatabaseOp, table: string): readonly string[] {
  let first: ts.Node = op.call.node;
  while (ts.isCallExpression(first)) first = unwrap(memberOf(unwrap(first.expression))?.object ?? first.expression);
  const made = context.values
    .deepRoots({ ...op.call, node: first })
    .find(({ ref: { node } }) => ts.isNewExpression(node) && calleeName(node) === 'Kysely');
  const [type] = made && ts.isNewExpression(made.ref.node) ? (made.ref.node.typeArguments ?? []) : [];
  if (!made || !type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return [];
  const { project } = context;
  const paths = [...new Set([made.ref.file.path, ...project.filesNear(context.path)])];
  const declared = (name: string): string => {
    const start = new RegExp(`\\b(?:interface\\s+${name}\\b[^{]*|type\\s+${name}\\s*=\\s*)\\{`);
    for (const path of paths) {
      const text = project.mentions(path, name) ? (project.text(path) ?? '') : '';
      const at = start.exec(text);
      if (at) return bodyFrom(text, at.index + at[0].length);
    }
    return '';
  };
  const body = declared(type.typeName.text);
  const row = new RegExp(`(?:^|[\\s;,{'"])${table.replace(/\W/g, '')}['"]?\\s*:\\s*(\\{|\\w+)`).exec(body);
  if (!row) return [];
  const columns = row[1] === '{' ? bodyFrom(body, row.index + row[0].length) : declared(row[1]!);
  return [...columns.matchAll(/(?:^|[\s;,{'"])(\w+)['"]?\??\s*:/g)].map((match) => match[1]!);
}

/** What stands between the brace before `start` and its other half. */
function bodyFrom(text: string, start: number): string {
  for (let at = start, depth = 1; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(start, at);
  }
  return '';
}

/** The columns of a table, as far as its schema is known. */
export function tableColumns(context: FileContext, op: DatabaseOp): readonly string[] {
  const table = op.table && tableOf(context, op.table);
  const model = prismaModels(context).get(op.tableName?.toLowerCase() ?? '');
  return table ? [...table.columns.keys()] : model ? prismaColumns(context, model) : [];
}

/** All columns of a table that must not leave the server, as far as its schema is known. */
export function secretColumns(context: FileContext, op: DatabaseOp): readonly string[] {
  return tableColumns(context, op).filter((key) => isHashName(key) || PLAIN_NAME.test(key) || SECRET_COLUMN.test(key));
}

/** A table or model, as far as relations and secrets go. */
export interface Entity {
  readonly name: string;
  /** The fields of a model, the columns of a table: nothing where it is not declared. */
  readonly columns: { has(name: string): boolean };
  secret(): string | undefined;
  /** Whether rows come without a column unless it is asked for. */
  omits(column: string): boolean;
  relation(name: string): Entity | undefined;
}

function prismaEntity(context: FileContext, name: string): Entity | undefined {
  const model = prismaModels(context).get(name.toLowerCase());
  if (!model) return undefined;
  return {
    name: model.name,
    columns: model.fields,
    secret: () => secretOf(context, model.name, prismaColumns(context, model)),
    omits: (column) => isOmittedByClient(context, model.name, column),
    relation: (key) => prismaEntity(context, model.fields.get(key)?.type.replace('[]', '') ?? ''),
  };
}

/** A table of Drizzle by the name of its variable, with what `relations(table, …)` says of it. */
function drizzleEntity(context: FileContext, ref: Ref | undefined, name: string): Entity {
  const table = ref && tableOf(context, ref);
  return {
    name,
    columns: table?.columns ?? new Map(),
    secret: () => table && secretOf(context, name, [...table.columns.keys()]),
    omits: () => false,
    relation: (key) => {
      const found = relationsOf(context).find((relation) => relation.table === name && relation.key === key);
      const node = found && unwrap(found.to.node);
      return found && node && ts.isIdentifier(node) ? drizzleEntity(context, found.to, node.text) : undefined;
    },
  };
}

function entityOf(context: FileContext, op: DatabaseOp): Entity | undefined {
  if (op.tableName === undefined) return undefined;
  return prismaEntity(context, op.tableName) ?? drizzleEntity(context, op.table, op.tableName);
}

interface Relation {
  readonly table: string;
  readonly key: string;
  readonly to: Ref;
}

/** All `relations(posts, ({ one }) => ({ author: one(users, …) }))` of the project. */
function relationsOf(context: FileContext): readonly Relation[] {
  const { project } = context;
  const key = `relations\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as readonly Relation[] | undefined;
  if (known) return known;
  const found: Relation[] = [];
  for (const path of project.filesNear(context.path)) {
    const file = (project.text(path) ?? '').includes('relations(') ? project.model(path) : undefined;
    for (const call of file?.calls ?? []) {
      if (!ts.isCallExpression(call) || calleeName(call) !== 'relations') continue;
      const [table, define] = call.arguments.map((argument) => unwrap(argument));
      const bodies = define && isFunctionNode(define) ? context.values.returned({ node: define, file: file! }) : [];
      const body = bodies.map(({ node }) => unwrap(node)).find(ts.isObjectLiteralExpression);
      if (!table || !ts.isIdentifier(table) || !body) continue;
      for (const property of body.properties) {
        const made = ts.isPropertyAssignment(property) ? unwrap(property.initializer) : undefined;
        const to = made && ts.isCallExpression(made) ? made.arguments[0] : undefined;
        const name = propertyName(property.name);
        if (to && name !== undefined) found.push({ table: table.text, key: name, to: { node: to, file: file! } });
      }
    }
  }
  project.projectMemo.set(key, found);
  return found;
}

/** How a query hands out a column: with all of its row, or because the query names it. */
export type Given = 'whole' | 'named';

/** Whether and how a query hands out a column of its table. */
export function givenColumn(context: FileContext, op: DatabaseOp, column: string): Given | undefined {
  const model = prismaModels(context).get(op.tableName?.toLowerCase() ?? '')?.name;
  const isOmitted = model !== undefined && isOmittedByClient(context, model, column);
  if (!selectsColumns(context, op)) return isOmitted ? undefined : 'whole';
  if (op.sql !== undefined) return selectedColumns(context, op).includes(column) ? 'named' : undefined;
  const picking = optionsOf(context, op).find((object) => picksColumns(context, object));
  if (picking) return givenByOptions(context, picking, column, isOmitted);
  return selectedColumns(context, op).includes(column) ? 'named' : undefined;
}

/** Whether the options of a query, or of what comes along with its rows, leave a column in. Silent where they are not written out. */
function givenByOptions(
  context: FileContext,
  options: Ref<ts.ObjectLiteralExpression>,
  column: string,
  isOmitted = false,
): Given | undefined {
  const { named, isPartial } = optionsIn(context, options);
  const listed = (key: string): ts.ObjectLiteralExpression | 'unknown' | undefined => {
    const given = named.get(key);
    if (!given) return undefined;
    const [only, ...others] = context.values.roots(given.value);
    const object = only && !others.length && !only.path.length ? only.ref.node : undefined;
    return object && ts.isObjectLiteralExpression(object) && !object.properties.some(ts.isSpreadAssignment)
      ? object
      : 'unknown';
  };
  const isOn = (value: ts.Node | undefined): boolean =>
    !!value && (unwrap(value).kind === ts.SyntaxKind.TrueKeyword || unwrap(value).getText() === '1');
  if (isPartial || ['projection', 'attributes', 'fields'].some((key) => named.has(key))) return undefined;
  const select = listed('select');
  if (select) return select !== 'unknown' && isOn(propertyOf(select, column)) ? 'named' : undefined;
  const columns = listed('columns');
  if (columns === 'unknown') return undefined;
  if (columns?.properties.some((property) => ts.isPropertyAssignment(property) && isOn(property.initializer)))
    return isOn(propertyOf(columns, column)) ? 'named' : undefined;
  const omit = listed('omit');
  if (omit === 'unknown' || (columns && propertyOf(columns, column))) return undefined;
  const left = omit && propertyOf(omit, column);
  // `omit: { hash: false }` takes back what the client leaves out.
  if (left) return unwrap(left).kind === ts.SyntaxKind.FalseKeyword ? 'named' : undefined;
  return isOmitted ? undefined : 'whole';
}

/**
 * The secret column of rows that a query brings along: `include: { author: true }`, `with: { author: true }`. The steps
 * lead from the queried row to the value that is asked about.
 */
export function relatedSecret(
  context: FileContext,
  op: DatabaseOp,
  steps: readonly string[],
  gone: readonly string[],
): Related | undefined {
  return relatedColumn(context, op, steps, (entity) => entity.secret(), gone);
}

interface Related {
  readonly column: string;
  readonly path: string;
  readonly given: Given;
  /** What brings the rows along: `author: true` among the options of the query. */
  readonly at: Ref;
}

/** A column of rows that a query brings along, of those tables of which it is asked for. */
export function relatedColumn(
  context: FileContext,
  op: DatabaseOp,
  steps: readonly string[],
  wantedOf: (entity: Entity) => string | undefined,
  /** What is taken from the value that is asked about before it goes out. */
  gone: readonly string[] = [],
): Related | undefined {
  const [argument] = ts.isCallExpression(op.call.node) ? op.call.node.arguments : [];
  const start = argument && entityOf(context, op);
  if (!start) return undefined;
  // Each of several values that it may have is one that is asked for.
  const literals = (ref: Ref): readonly Ref[] =>
    context.values.roots(ref).flatMap((value) => (value.path.length ? [] : [value.ref]));
  const visit = (
    options: Ref,
    entity: Entity,
    rest: readonly string[],
    path: readonly string[],
    at: Ref,
  ): Related | undefined => {
    const object = ts.isObjectLiteralExpression(options.node) ? { ...options, node: options.node } : undefined;
    if (!object && options.node.kind !== ts.SyntaxKind.TrueKeyword) return undefined;
    const secret = !rest.length && path.length ? wantedOf(entity) : undefined;
    const given =
      secret === undefined
        ? undefined
        : object
          ? givenByOptions(context, object, secret, entity.omits(secret))
          : entity.omits(secret)
            ? undefined
            : 'whole';
    if (secret !== undefined && given && (given === 'whole' || isPasswordColumn(secret)))
      return { column: secret, path: path.join('.'), given, at };
    const own = object && optionsIn(context, object).named;
    const nested = own && ['include', 'with', 'select'].map((key) => own.get(key)).find(Boolean);
    const [wanted, ...further] = rest;
    for (const inner of nested ? literals(nested.value) : []) {
      if (!ts.isObjectLiteralExpression(inner.node)) continue;
      for (const [name, { value, property }] of optionsIn(context, { ...inner, node: inner.node }).named) {
        if (wanted !== undefined && name !== wanted) continue;
        if (path.length === steps.length && gone.includes(name)) continue;
        const next = entity.relation(name);
        const isNamed = ts.isObjectLiteralExpression(unwrap(value.node)) && property.node.name;
        const brings = isNamed ? { ...property, node: isNamed } : property;
        for (const given of next ? literals(value) : []) {
          const hit = visit(given, next!, further, [...path, name], brings);
          if (hit) return hit;
        }
      }
    }
    return undefined;
  };
  for (const options of literals({ ...op.call, node: argument })) {
    const hit = visit(options, start, steps, [], op.call);
    if (hit) return hit;
  }
  return undefined;
}

interface Joined extends Pick<Related, 'column' | 'path'> {
  /** The field of the selection, where it has one. */
  readonly at?: Ref;
}

/**
 * The secret column of a table that a query joins, or that a field of its selection stands for: `.leftJoin(users, …)`,
 * `select({ author: users })`, `select({ ...getTableColumns(users) })`. The steps lead from the queried row to the value
 * that is asked about.
 */
export function joinedSecret(context: FileContext, op: DatabaseOp, steps: readonly string[]): Joined | undefined {
  if (op.sql !== undefined || op.verb !== 'read') return undefined;
  const secretOfTable = (ref: Ref): string | undefined => {
    const table = tableOf(context, ref);
    return table && secretOf(context, table.name ?? textOf(ref.node), [...table.columns.keys()]);
  };
  const tables: ts.Node[] = [];
  let selection: ts.Node | undefined;
  let last: ts.Node = op.call.node;
  while (isAccessOf(last.parent, last) && ts.isCallExpression(last.parent.parent)) last = last.parent.parent;
  for (let chain = last; ts.isCallExpression(chain);) {
    const name = calleeName(chain) ?? '';
    const [first] = chain.arguments;
    if (first && /^(?:from|(?:left|right|inner|full|cross)Join)$/.test(name)) tables.push(first);
    if (first && /^select(?:Distinct)?$/.test(name)) selection = first;
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  const [step, ...further] = steps;
  if (selection) {
    const [only, ...others] = context.values.roots({ ...op.call, node: selection });
    const given = only && !others.length && !only.path.length ? only.ref : undefined;
    return given
      ? selected(ts.isObjectLiteralExpression(given.node) ? given : { ...op.call, node: selection }, steps)
      : undefined;
  }
  // Without a selection the rows of a join hold those of each table, under its name in the database.
  if (tables.length < 2 || further.length) return undefined;
  for (const node of tables) {
    const name = tableOf(context, { ...op.call, node })?.name;
    const column =
      name !== undefined && (step === undefined || step === name) ? secretOfTable({ ...op.call, node }) : undefined;
    if (column !== undefined) return { column, path: name! };
  }
  return undefined;

  /** What `getTableColumns(users)` lists, less what a rest element left out of it. */
  function columnsOf(given: Ref): string | undefined {
    const gone = [...leftOut(context, given.node, given.file), ...blankedOut(given)];
    for (const { ref, path } of context.values.roots(given)) {
      const [only, ...others] = path;
      const { node } = ref;
      if (!ts.isCallExpression(node) || !/^get(?:Table)?Columns$/.test(calleeName(node) ?? '')) continue;
      if (others.length || (only !== undefined && (only !== '...' || !gone.length))) continue;
      const [table] = node.arguments;
      const column = table && secretOfTable({ ...ref, node: table });
      if (column !== undefined && !gone.includes(column)) return column;
    }
    return undefined;
  }

  function selected(given: Ref, rest: readonly string[]): Joined | undefined {
    const object = unwrap(given.node);
    const at = (node: ts.Node): Ref => ({ ...given, node });
    if (!ts.isObjectLiteralExpression(object)) {
      const column = rest.length ? undefined : (columnsOf(given) ?? secretOfTable(given));
      return column === undefined ? undefined : { column, path: '' };
    }
    const own = object.properties.map((property) => propertyName(property.name));
    const [wanted, ...others] = rest;
    for (const property of object.properties) {
      if (ts.isSpreadAssignment(property)) {
        const column = wanted === undefined ? columnsOf(at(property.expression)) : undefined;
        if (column !== undefined && !own.includes(column)) return { column, path: '' };
        continue;
      }
      const name = propertyName(property.name);
      const node = ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
      if (!node || name === undefined || (wanted !== undefined && name !== wanted)) continue;
      const hit = selected(at(node), others);
      if (hit) return { column: hit.column, path: hit.path ? `${name}.${hit.path}` : name, at: hit.at ?? at(property) };
    }
    return undefined;
  }
}

/** Looks a table up by the name of its variable or in CREATE TABLE statements of the project. */
function schemaColumn(context: FileContext, name: string): string | undefined {
  const { project } = context;
  const key = `secretColumn\0${project.modules.projectRootOf(context.path)}\0${name}`;
  if (project.projectMemo.has(key)) return project.projectMemo.get(key) as string | undefined;
  let found: string | undefined;
  for (const path of project.filesNear(context.path)) {
    const text = project.text(path) ?? '';
    if (!text.includes(name)) continue;
    const created = new RegExp(
      `create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?["'\`]?${name.replace(/\W/g, '')}["'\`]?\\s*\\(([\\s\\S]*?)\\)\\s*[;\`"']`,
      'i',
    ).exec(text)?.[1];
    const column =
      created &&
      [...created.matchAll(/["'`]?(\w+)["'`]?\s+(?:text|varchar|char|bytea|blob)/gi)]
        .map((match) => match[1]!)
        .find((c) => isHashName(c) || PLAIN_NAME.test(c) || SECRET_COLUMN.test(c));
    if (column) {
      found = column;
      break;
    }
    const file = /Table\(/i.test(text) ? project.model(path) : undefined;
    const exported = file && context.values.exported(file, name);
    if (exported && 'node' in exported) {
      const table = tableOf(context, exported);
      found =
        table && [...table.columns.keys()].find((c) => isHashName(c) || PLAIN_NAME.test(c) || SECRET_COLUMN.test(c));
      if (found) break;
    }
  }
  project.projectMemo.set(key, found);
  return found;
}

/** A place where a value leaves the server: the answer of a handler. */
export interface Output {
  readonly ref: Ref;
}

const RETURNS_ARE_ANSWERS = new Set(['nuxt', 'trpc', 'sveltekit', 'remix', 'elysia', 'fastify', 'nestjs']);

/** The expressions that the entry points of a file answer with. */
export function outputsOf(context: FileContext): readonly Output[] {
  const found: Output[] = [];
  const add = (ref: Ref): void => {
    if (!found.some((other) => other.ref.node === ref.node)) found.push({ ref });
  };
  for (const entry of context.entryPoints) {
    if (entry.kind === 'middleware' || ts.isSourceFile(entry.fn.node)) continue;
    const fn = { node: entry.fn.node, file: context.file };
    // A wrapper in a 'use server' file is an endpoint by accident; what it returns is meant for server code, unless the
    // browser asks for it.
    if (
      entry.framework === 'next' &&
      context.roles.isWrapper(fn) &&
      !isOpenToAll(context) &&
      !isAskedByClient(context, fn)
    )
      continue;
    const answers =
      (RETURNS_ARE_ANSWERS.has(entry.framework) && !isHelper(context, entry)) ||
      (entry.framework === 'next' && (entry.kind === 'action' || entry.kind === 'load')) ||
      (entry.framework === 'solidstart' && entry.kind === 'action') ||
      (entry.framework === 'astro' && entry.kind === 'action');
    if (answers) for (const ref of context.values.returned(fn)) if (!isResponseCall(ref.node)) add(ref);
  }
  for (const call of context.file.calls) {
    if (ts.isTaggedTemplateExpression(call)) continue;
    const body = responseBody(call);
    const bodies = body ? [context.ref(body)] : ts.isCallExpression(call) ? answeredArguments(context, call) : [];
    if (bodies.length && answersRequest(context, call)) bodies.forEach(add);
    const told = ts.isCallExpression(call) ? broadcast(context, call) : undefined;
    if (told) add(context.ref(told));
  }
  return found;
}

/** What all who listen are told: `pusher.trigger(channel, event, data)`, `io.to(room).emit(event, data)`. */
function broadcast(context: FileContext, call: ts.CallExpression): ts.Expression | undefined {
  const [, second, third] = call.arguments;
  const method = calleeName(call);
  const told = method === 'trigger' ? third : method === 'emit' ? second : undefined;
  if (!told) return undefined;
  let holder = memberOf(unwrap(call.expression))?.object;
  for (let inner = holder && unwrap(holder); inner && ts.isCallExpression(inner); inner = holder && unwrap(holder))
    holder = memberOf(unwrap(inner.expression))?.object;
  const isServer =
    !!holder &&
    context.values
      .deepRoots(context.ref(holder))
      .some(
        ({ ref }) =>
          ts.isNewExpression(ref.node) &&
          context.values
            .roots({ ...ref, node: ref.node.expression })
            .some(({ external }) => /^(?:pusher|socket\.io)$/.test(external?.module ?? '')),
      );
  return isServer ? told : undefined;
}

/** Whether a call stands in an entry point, or in a function that one hands on: `GET = (request) => guarded(request, handler)`. */
function answersRequest(context: FileContext, call: ts.Node): boolean {
  const { file, frameworks } = context;
  if (frameworks.entryAround(file, call)) return true;
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const name = nameOfFunction(fn);
    const uses = (name && bindingOf(file, name)?.uses) ?? [];
    if (uses.some((use) => isArgument(use) && frameworks.entryAround(file, use))) return true;
  }
  return false;
}

function isArgument(node: ts.Identifier): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression !== node;
}

/** A function that is an entry point by the type of its parameter alone, and that other code calls: its result is theirs. */
function isHelper(context: FileContext, { framework, fn }: EntryPoint): boolean {
  return (
    framework === 'fastify' &&
    !ts.isSourceFile(fn.node) &&
    !context.frameworks.registrations(fn).length &&
    context.roles.callersOf({ node: fn.node, file: context.file }).length > 0
  );
}

/** The arguments that an own helper puts into the answer that it makes: `ok(data)`, `sendPage(res, rows)`. */
function answeredArguments(context: FileContext, call: ts.CallExpression): readonly Ref[] {
  return context.values.targets(context.ref(call)).flatMap((target) =>
    answeredParameters(context, target, 0).flatMap(({ index, key }) => {
      const given = call.arguments[index];
      const object = given && unwrap(given);
      if (!object || key === undefined) return object ? [context.ref(object)] : [];
      const value = ts.isObjectLiteralExpression(object) ? propertyOf(object, key) : undefined;
      return value ? [context.ref(value)] : [];
    }),
  );
}

interface Answered {
  readonly index: number;
  /** The property, where not all of the argument goes out. */
  readonly key: string | undefined;
}

function answeredParameters(context: FileContext, { node, file }: FunctionRef, depth: number): readonly Answered[] {
  if (!node.parameters.length || depth > 2) return [];
  return memoized(file, node, `answered${depth}`, () => {
    const bodies = context.ops.callsIn(file, node).flatMap((inner): readonly ts.Node[] => {
      if (ts.isTaggedTemplateExpression(inner)) return [];
      const body = responseBody(inner);
      if (body || !ts.isCallExpression(inner)) return body ? [body] : [];
      return context.values
        .targets({ node: inner, file })
        .flatMap((target) => answeredParameters(context, target, depth + 1))
        .flatMap(({ index, key }) => (key === undefined ? (inner.arguments[index] ?? []) : []));
    });
    return bodies
      .flatMap((body) => pieces(context, { node: body, file }))
      .flatMap(({ ref }) => context.values.roots(ref))
      .flatMap(({ ref: { node: root }, path }): readonly Answered[] => {
        const index = node.parameters.findIndex((other) => other === root && !other.dotDotDotToken);
        return index < 0 || path.length > 1 ? [] : [{ index, key: path[0] }];
      });
  });
}

/**
 * Before version 15 of Next the id of a server function is a hash of its file and name, and functions that no client
 * component uses are kept: every export of a 'use server' file answers.
 */
function isOpenToAll(context: FileContext): boolean {
  return context.file.directive === 'use server' && Number.parseInt(context.version('next') ?? '', 10) < 15;
}

/** Whether code that runs in the browser calls a server function: a client component, an effect of a hook. */
function isAskedByClient(context: FileContext, fn: FunctionRef): boolean {
  if (fn.file.directive !== 'use server') return false;
  const isCalled = context.roles.callersOf(fn).some(({ node, file }) => {
    if (file.directive === 'use client') return true;
    for (let current: ts.Node | undefined = node; current; current = current.parent as ts.Node | undefined)
      if (ts.isCallExpression(current) && IN_BROWSER.test(calleeName(current) ?? '')) return true;
    return false;
  });
  if (isCalled || !context.project.indexed()) return isCalled;
  // As it is: `useQuery({ queryFn: readSession })`, `useSWR('session', readSession)`.
  const { project, values } = context;
  const names = exportNamesOf(fn.file, fn.node);
  return project.filesNear(context.path).some((path) => {
    if (!HOOK_CALL.test(project.text(path) ?? '') || !names.some((name) => project.mentions(path, name))) return false;
    const file = project.model(path);
    const given = file?.calls.flatMap((call) =>
      ts.isCallExpression(call) && IN_BROWSER.test(calleeName(call) ?? '') ? call.arguments.flatMap(partsOf) : [],
    );
    return !!given?.some(
      (node) =>
        ts.isIdentifier(node) && values.functions({ node, file: file! }).some((other) => other.node === fn.node),
    );
  });

  function partsOf(argument: ts.Node): readonly ts.Node[] {
    const node = unwrap(argument);
    return ts.isObjectLiteralExpression(node)
      ? node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? unwrap(property.initializer) : []))
      : [node];
  }
}

/** Hooks of React and of libraries that fetch, which run what they are given in the browser. */
const IN_BROWSER = /^use(?:(?:Layout|Insertion)?Effect|SWR\w*|\w*Query|\w*Mutation|Async\w*)$/;
const HOOK_CALL = /\buse(?:SWR|\w*Query|\w*Mutation|Async)/;

/**
 * Whether an answer goes out through a schema that takes away what it does not name: `.output(z.object({ … }))` of a
 * procedure, `schema: { response }` of a route in Fastify, `response` of one in Elysia.
 */
export function isStripped(context: FileContext, output: Output, column: string): boolean {
  const entry = context.frameworks.entryAround(context.file, output.ref.node);
  if (!entry) return false;
  const call = wrapped(entry.fn.node).parent;
  if (ts.isCallExpression(call)) return isStrippedBy(context, context.ref(call), entry.framework, column);
  // A handler that is given to routers elsewhere: each of its routes has such a schema.
  const registered = context.frameworks.registrations(entry.fn);
  return (
    registered.length > 0 &&
    registered.every((route) => isStrippedBy(context, route.call, route.entry.framework, column))
  );
}

function isStrippedBy(
  context: FileContext,
  { node: call, file }: Ref<ts.CallExpression>,
  framework: FrameworkName,
  column: string,
): boolean {
  const names = (schema: ts.Node): boolean =>
    context.values
      .deepRoots({ node: schema, file })
      .some(({ ref: { node } }) => !ts.isStringLiteralLike(node) && new RegExp(`\\b${column}\\b`).test(node.getText()));
  if (framework === 'fastify' || framework === 'elysia') {
    const options = call.arguments.flatMap((argument) => context.values.roots({ node: argument, file }));
    return options.some(({ ref: { node }, path }) => {
      if (path.length || !ts.isObjectLiteralExpression(node)) return false;
      const schema = framework === 'fastify' ? propertyOf(node, 'schema') : node;
      const object = schema && unwrap(schema);
      const response = object && ts.isObjectLiteralExpression(object) ? propertyOf(object, 'response') : undefined;
      return !!response && !names(response);
    });
  }
  if (framework !== 'trpc') return false;
  for (let chain: ts.Node = call; ts.isCallExpression(chain);) {
    const [schema] = chain.arguments;
    if (calleeName(chain) === 'output' && schema) return !names(schema) && !passesAll(context, { node: schema, file });
    const member = memberOf(unwrap(chain.expression));
    if (!member) break;
    chain = unwrap(member.object);
  }
  return false;
}

/** `z.custom<Row>()` and its like let everything pass. */
function passesAll(context: FileContext, schema: Ref): boolean {
  return context.values
    .deepRoots(schema)
    .some(
      ({ ref: { node } }) =>
        ts.isCallExpression(node) &&
        /^(?:custom|any|unknown|record|passthrough|looseObject|instanceof)$/.test(calleeName(node) ?? ''),
    );
}

/** What pages and layouts of Next hand to client components: it travels with the page. */
export function clientProps(context: FileContext): readonly Output[] {
  const { file, values, frameworks } = context;
  if (file.directive === 'use client' || !/\.[jt]sx$/.test(file.path) || !frameworks.has(file.path, 'next')) return [];
  const found: Output[] = [];
  walk(file.sourceFile, (node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return;
    const isClient = values
      .roots(context.ref(node.tagName))
      .some(({ ref }) => ref.file !== file && ref.file.directive === 'use client');
    if (!isClient) return;
    for (const attribute of node.attributes.properties) {
      const value = ts.isJsxSpreadAttribute(attribute)
        ? attribute.expression
        : attribute.initializer && ts.isJsxExpression(attribute.initializer)
          ? attribute.initializer.expression
          : undefined;
      if (value) found.push({ ref: context.ref(value) });
    }
  });
  return found;
}

function isResponseCall(node: ts.Node): boolean {
  const inner = unwrap(node);
  return (ts.isCallExpression(inner) || ts.isNewExpression(inner)) && responseBody(inner) !== undefined;
}

/** The body of `Response.json(x)`, `c.json(x)`, `res.send(x)`, `json(x)`, `new Response(JSON.stringify(x))`, `fail(400, x)`. */
function responseBody(call: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const name = calleeName(call) ?? '';
  const args = call.arguments ?? [];
  if (ts.isNewExpression(call)) {
    const first = args[0] && unwrap(args[0]);
    if (name !== 'Response' && name !== 'NextResponse') return undefined;
    if (first && ts.isCallExpression(first) && calleeName(first) === 'stringify') return first.arguments[0];
    return undefined;
  }
  const member = memberOf(unwrap(call.expression));
  if (name === 'json' && args[0]) {
    const object = member && unwrap(member.object);
    // request.json() and response.json() read; Response.json(x), c.json(x), res.status(200).json(x) answer.
    return object || ts.isIdentifier(unwrap(call.expression)) ? args[0] : undefined;
  }
  if ((name === 'send' || name === 'jsonp') && member && args[0]) {
    const text = member.object.getText();
    return /\b(?:res|reply|response|rep)\b/.test(text) ? args[0] : undefined;
  }
  if (name === 'fail' && args[1]) return args[1];
  return undefined;
}

/** A part of an answer that is handed out as it is. */
export interface Piece {
  readonly ref: Ref;
  readonly spread: boolean;
  /** The keys that stand beside a spread. */
  readonly siblings: readonly string[];
  /** Where it goes out: itself, or the call in the same file as the answer whose helper puts it together. */
  readonly via: Ref;
  /** The objects that it was put into on the way. */
  readonly holders: readonly ts.Node[];
}

/** The pieces of an answer: properties, spreads, list elements, results of `.map(…)` callbacks and branches. */
export function pieces(context: FileContext, ref: Ref): readonly Piece[] {
  const found: Piece[] = [];
  const seen = new Set<ts.Node>();
  let via = ref;
  const holders: ts.Node[] = [];
  const add = (piece: Omit<Piece, 'via' | 'holders'>): void =>
    void found.push({ ...piece, via, holders: [...holders] });
  const visit = (current: Ref, spread: boolean, siblings: readonly string[], depth: number): void => {
    const node = unwrap(current.node);
    if (depth > 8 || seen.has(node)) return;
    seen.add(node);
    if (current.file === ref.file) via = { ...current, node };
    const at = (next: ts.Node): Ref => ({ ...current, node: next });
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.flatMap((property) => propertyName(property.name) ?? []);
      holders.push(node);
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) visit(at(property.expression), true, names, depth + 1);
        else if (ts.isPropertyAssignment(property)) visit(at(property.initializer), false, [], depth + 1);
        else if (ts.isShorthandPropertyAssignment(property)) visit(at(property.name), false, [], depth + 1);
      }
      holders.pop();
    } else if (ts.isArrayLiteralExpression(node))
      for (const element of node.elements)
        visit(at(ts.isSpreadElement(element) ? element.expression : element), false, [], depth + 1);
    else if (ts.isConditionalExpression(node)) {
      visit(at(node.whenTrue), spread, siblings, depth + 1);
      visit(at(node.whenFalse), spread, siblings, depth + 1);
    } else if (ts.isBinaryExpression(node)) {
      // A comparison gives only its outcome.
      const operator = node.operatorToken.kind;
      const both =
        operator === ts.SyntaxKind.BarBarToken ||
        operator === ts.SyntaxKind.QuestionQuestionToken ||
        operator === ts.SyntaxKind.PlusToken;
      if (!both && operator !== ts.SyntaxKind.AmpersandAmpersandToken) return;
      if (both) visit(at(node.left), spread, siblings, depth + 1);
      visit(at(node.right), spread, siblings, depth + 1);
    } else if (ts.isCallExpression(node) && (isPromiseAll(node) || isKeptByKey(node) || isJsonText(node)))
      visit(at(node.arguments[0]!), false, [], depth + 1);
    else if (
      ts.isCallExpression(node) &&
      /^(?:map|flatMap|reduce)$/.test(calleeName(node) ?? '') &&
      node.arguments[0]
    ) {
      for (const fn of context.values.functions(at(node.arguments[0])))
        for (const result of context.values.returned(fn)) visit(result, false, [], depth + 1);
    } else if (ts.isCallExpression(node) && listBehind(node)) {
      add({ ref: at(node), spread, siblings });
      for (const list of listBehind(node)!) visit(at(list), spread, siblings, depth + 1);
    } else if (ts.isCallExpression(node) && made(at(node)).length) {
      add({ ref: at(node), spread, siblings });
      for (const result of made(at(node))) visit(result, false, [], depth + 1);
    } else if (isMadeElsewhere(at(node))) {
      add({ ref: at(node), spread, siblings });
      for (const { ref: source } of context.values.deepRoots(at(node))) visit(source, false, [], depth + 1);
    } else if (ts.isIdentifier(node)) {
      add({ ref: at(node), spread, siblings });
      // What the variable was made of counts as well.
      for (const value of context.values.roots(at(node))) {
        const source = value.ref.node;
        if (
          !value.path.length &&
          source !== node &&
          (ts.isObjectLiteralExpression(source) ||
            ts.isArrayLiteralExpression(source) ||
            (ts.isCallExpression(source) &&
              (/^(?:map|flatMap|reduce)$/.test(calleeName(source) ?? '') ||
                isPromiseAll(source) ||
                isKeptByKey(source) ||
                listBehind(source) !== undefined ||
                made(value.ref).length > 0)))
        )
          visit(value.ref, false, [], depth + 1);
      }
      // So does what a list or an object was filled with: `list.push(row)`, `found[row.id] = row`.
      for (const use of bindingOf(current.file, node)?.uses ?? []) {
        let holder = wrapped(use, false);
        for (let outer = holder.parent; isAccessOf(outer, holder); outer = holder.parent)
          holder = wrapped(outer, false);
        const { parent } = holder;
        if (ts.isCallExpression(parent) && parent.expression === holder) {
          if (!/^(?:push|unshift)$/.test(calleeName(parent) ?? '')) continue;
          for (const element of parent.arguments)
            visit(at(ts.isSpreadElement(element) ? element.expression : element), false, [], depth + 1);
        } else if (
          holder !== use &&
          ts.isBinaryExpression(parent) &&
          parent.left === holder &&
          parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
        )
          visit(at(parent.right), false, [], depth + 1);
      }
    } else add({ ref: at(node), spread, siblings });
  };
  visit(ref, false, [], 0);
  return found;

  /** A field of what a helper hands back, `result.body`, where all that it may be is put together. */
  function isMadeElsewhere({ node, ...rest }: Ref): boolean {
    if (!ts.isPropertyAccessExpression(node)) return false;
    const values = context.values.deepRoots({ ...rest, node });
    return (
      values.length > 0 && values.every(({ ref, path }) => !path.length && ref.node !== node && isPutTogether(ref.node))
    );
  }

  /** Objects and lists that an own helper puts together, or has put together by the next one. */
  function made(call: Ref, depth = 0): readonly Ref[] {
    const isMade = (result: Ref): boolean => {
      const node = unwrap(result.node);
      if (ts.isConditionalExpression(node))
        return [node.whenTrue, node.whenFalse].some((branch) => isMade({ ...result, node: branch }));
      return isPutTogether(node) || handedOn(result).length > 0;
    };
    const handedOn = ({ node, ...rest }: Ref): readonly Ref[] => {
      const next = unwrap(node);
      return ts.isCallExpression(next) && depth < 4 ? made({ ...rest, node: next }, depth + 1) : [];
    };
    return context.values
      .targets(call as Ref<ts.CallExpression>)
      .flatMap((target) => context.values.returned(target))
      .filter(
        (result) =>
          isMade(result) ||
          // `const shown = rows.map(…); return shown`
          (ts.isIdentifier(unwrap(result.node)) &&
            (isFilled(result) ||
              context.values
                .roots(result)
                .some(({ ref, path }) => !path.length && ref.file === result.file && isMade(ref)))),
      )
      .flatMap((result) => {
        const inner = handedOn(result);
        return inner.length ? inner : [result];
      });
  }
}

/** A list that elements are put into after it was made: `list.push(row)`. */
function isFilled({ node, file }: Ref): boolean {
  const inner = unwrap(node);
  return (
    ts.isIdentifier(inner) &&
    !!bindingOf(file, inner)?.uses.some(
      (use) => isAccessOf(use.parent, use) && /^(?:push|unshift)$/.test(memberOf(use.parent)?.name ?? ''),
    )
  );
}

/**
 * What the project puts into a field of the request's context, for a value that is read from it: `locals.user` where a
 * hook says `event.locals.user = await …`. Undefined when the value is no such field.
 */
export function contextValues(context: FileContext, value: Value): readonly (readonly Value[])[] | undefined {
  const at = value.path.indexOf('locals');
  const { node } = value.ref;
  const isLocals = !value.path.includes('[]') && value.path.length > 0 && ts.isParameter(node) && !node.dotDotDotToken;
  const name = at >= 0 && isLocals ? value.path[at + 1] : undefined;
  if (name === undefined) return undefined;
  return localsNamed(context, name)
    .filter(
      ({ node: given }) => unwrap(given).kind !== ts.SyntaxKind.NullKeyword && unwrap(given).getText() !== 'undefined',
    )
    .map((ref) => context.values.deepRoots(ref, value.path.slice(at + 2)));
}

/** What is assigned to a field of `locals` anywhere in the project. */
function localsNamed(context: FileContext, name: string): readonly Ref[] {
  const { project } = context;
  const key = `locals\0${project.modules.projectRootOf(context.path)}\0${name}`;
  const known = project.projectMemo.get(key) as readonly Ref[] | undefined;
  if (known) return known;
  const found: Ref[] = [];
  for (const path of project.filesNear(context.path)) {
    if (!project.mentions(path, 'locals') || !project.mentions(path, name)) continue;
    const file = project.model(path);
    for (const binary of file?.binaries ?? []) {
      const field = binary.operatorToken.kind === ts.SyntaxKind.EqualsToken ? memberOf(unwrap(binary.left)) : undefined;
      const holder = field?.name === name ? unwrap(field.object) : undefined;
      if (!holder) continue;
      if ((memberOf(holder)?.name ?? (ts.isIdentifier(holder) ? holder.text : '')) === 'locals')
        found.push({ node: binary.right, file: file! });
    }
  }
  project.projectMemo.set(key, found);
  return found;
}

/** An object or a list that is made on the spot, in one branch at least. */
function isPutTogether(node: ts.Node): boolean {
  const inner = unwrap(node);
  if (ts.isConditionalExpression(inner)) return isPutTogether(inner.whenTrue) || isPutTogether(inner.whenFalse);
  return (
    ts.isObjectLiteralExpression(inner) ||
    (ts.isCallExpression(inner) && (/^(?:map|flatMap)$/.test(calleeName(inner) ?? '') || isPromiseAll(inner)))
  );
}

/** The lists of which a call keeps elements, in another order or with others: `rows.filter((row) => …)`, `a.concat(b)`. */
function listBehind(call: ts.CallExpression): readonly ts.Node[] | undefined {
  const member = memberOf(unwrap(call.expression));
  const [first] = call.arguments;
  if (!member) return undefined;
  if (member.name === 'concat') return [member.object, ...call.arguments];
  const isCallback = !!first && isFunctionNode(unwrap(first));
  if (/^(?:sort|toSorted)$/.test(member.name) ? !first || isCallback : member.name === 'filter' && isCallback)
    return [member.object];
  return /^(?:slice|reverse|toReversed)$/.test(member.name) ? [member.object] : undefined;
}

/** `Object.fromEntries(rows.map((row) => [row.id, row]))`, `Object.values(rowsById)` */
function isKeptByKey(call: ts.CallExpression): boolean {
  const member = memberOf(unwrap(call.expression));
  const owner = member && unwrap(member.object);
  return (
    !!owner &&
    /^(?:fromEntries|values)$/.test(member.name) &&
    ts.isIdentifier(owner) &&
    owner.text === 'Object' &&
    call.arguments.length > 0
  );
}

/** `JSON.stringify(rows)`, and by packages that keep more types. */
function isJsonText(call: ts.CallExpression): boolean {
  const member = memberOf(unwrap(call.expression));
  const owner = member && unwrap(member.object);
  return (
    !!owner &&
    call.arguments.length > 0 &&
    ts.isIdentifier(owner) &&
    /^(?:JSON|superjson|SuperJSON|devalue)$/.test(owner.text) &&
    /^(?:stringify|serialize)$/.test(member.name)
  );
}

/** `rows[id]`, `rows.first` */
function isAccessOf(node: ts.Node, object: ts.Node): boolean {
  return (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && node.expression === object;
}

/** `Promise.all(rows.map(async (row) => …))` */
function isPromiseAll(call: ts.CallExpression): boolean {
  const member = memberOf(unwrap(call.expression));
  const owner = member && unwrap(member.object);
  return (
    !!owner && member.name === 'all' && ts.isIdentifier(owner) && owner.text === 'Promise' && call.arguments.length > 0
  );
}

/** Names that a rest element leaves out: `const { passwordHash, ...rest } = user`. */
export function leftOut(context: FileContext, node: ts.Node, file = context.file): readonly string[] {
  return restWithout(node, file) ?? [];
}

/** What the rest of a row is without: undefined for what is not declared as a rest. */
export function restWithout(node: ts.Node, file: Ref['file']): readonly string[] | undefined {
  const inner = unwrap(node);
  if (!ts.isIdentifier(inner)) return undefined;
  const declaration = file.bindings.get(inner)?.declaration;
  if (!declaration || !ts.isBindingElement(declaration) || !declaration.dotDotDotToken) return undefined;
  return declaration.parent.elements.flatMap((element) =>
    ts.isBindingElement(element) && element !== declaration
      ? (propertyName(element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)) ?? [])
      : [],
  );
}

/** The fields of a variable that are taken away or overwritten before it goes out: `delete row.password`. */
export function blankedOut({ node, file }: Ref): readonly string[] {
  const inner = unwrap(node);
  if (!ts.isIdentifier(inner)) return [];
  return (file.bindings.get(inner)?.uses ?? []).flatMap((use) => {
    if (use.pos >= inner.pos || enclosingFunction(use) !== enclosingFunction(inner)) return [];
    const member = wrapped(use, false).parent;
    const name = memberOf(member)?.name;
    const { parent } = member;
    const isGone =
      ts.isDeleteExpression(parent) ||
      (ts.isBinaryExpression(parent) &&
        parent.left === member &&
        parent.operatorToken.kind === ts.SyntaxKind.EqualsToken);
    return isGone && name !== undefined ? [name] : [];
  });
}
