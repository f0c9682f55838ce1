import { bindingOf } from './model';
import { calleeName, isFunctionNode, memberOf, own, propertyName, propertyOf, ts, unwrap } from './syntax';
import type { CallLike } from './syntax';
import { literalText } from './cookies';
import { typeOf } from './values';
import type { Ref, Values } from './values';

/** A read or write of the database, in the query builders, ORMs and drivers that Lucia projects use. */
export interface DatabaseOp {
  readonly kind: 'database';
  readonly verb: 'read' | 'insert' | 'update' | 'delete';
  readonly call: Ref<CallLike>;
  /** The expression that names the table or model, when there is one. */
  readonly table: Ref | undefined;
  /** Its name as written: a variable, a property or the name in the SQL text. */
  readonly tableName: string | undefined;
  /** What is written: objects, arrays of objects or, for SQL, the bound values. */
  readonly data: readonly Ref[];
  /** What selects the rows: conditions, where objects or, for SQL, the bound values. */
  readonly filter: readonly Ref[];
  /** For SQL: the text with \u0000 for what is bound. */
  readonly sql: string | undefined;
}

const PRISMA_VERBS: Readonly<Record<string, DatabaseOp['verb']>> = {
  findUnique: 'read',
  findUniqueOrThrow: 'read',
  findFirst: 'read',
  findFirstOrThrow: 'read',
  findMany: 'read',
  create: 'insert',
  createMany: 'insert',
  createManyAndReturn: 'insert',
  update: 'update',
  updateMany: 'update',
  upsert: 'update',
  delete: 'delete',
  deleteMany: 'delete',
  count: 'read',
};

const MONGO_VERBS: Readonly<Record<string, DatabaseOp['verb']>> = {
  findOne: 'read',
  findById: 'read',
  findOneBy: 'read',
  findOneByOrFail: 'read',
  findOneOrFail: 'read',
  insertOne: 'insert',
  insertMany: 'insert',
  save: 'insert',
  updateOne: 'update',
  updateMany: 'update',
  replaceOne: 'update',
  findOneAndUpdate: 'update',
  findByIdAndUpdate: 'update',
  findAndUpdate: 'update',
  deleteOne: 'delete',
  deleteMany: 'delete',
  findOneAndDelete: 'delete',
  findByIdAndDelete: 'delete',
};

const REPOSITORY_VERBS: Readonly<Record<string, DatabaseOp['verb']>> = {
  find: 'read',
  findBy: 'read',
  findAndCount: 'read',
  insert: 'insert',
  save: 'insert',
  update: 'update',
  upsert: 'update',
  increment: 'update',
  delete: 'delete',
  remove: 'delete',
  softDelete: 'delete',
  softRemove: 'delete',
};

const SUPABASE_VERBS: Readonly<Record<string, DatabaseOp['verb']>> = {
  insert: 'insert',
  update: 'update',
  upsert: 'update',
  delete: 'delete',
  select: 'read',
};

const SQL_METHODS =
  /^(?:query|execute|exec|run|get|all|prepare|sql|raw|unsafe|first|one|oneOrNone|none|any|many|manyOrNone|batch|queryRaw|\$queryRaw|\$executeRaw|\$queryRawUnsafe|\$executeRawUnsafe|values)$/;

/** What a call does to the database, if anything. */
export function databaseOperation(call: Ref<CallLike>, values: Values): DatabaseOp | undefined {
  const found = operationOf(call, values);
  // `repository.findById(id)` of a class of the project: what is done, and to which table, its method says.
  return found && found.sql === undefined && values.targets(call).length ? undefined : found;
}

function operationOf(call: Ref<CallLike>, values: Values): DatabaseOp | undefined {
  const { node } = call;
  const at = (next: ts.Node | undefined): Ref | undefined => next && { ...call, node: next };
  if (ts.isTaggedTemplateExpression(node)) return sqlOperation(call, node.template, templateValues(node), values);
  if (ts.isNewExpression(node)) return undefined;
  const name = calleeName(node);
  const member = memberOf(unwrap(node.expression));
  if (!name || !member) return undefined;
  const [first, second] = node.arguments;

  // db.insert(table).values(data), db.insertInto('table').values(data)
  if (name === 'values' && first) {
    const inner = chained(member.object, ['insert', 'insertInto', 'into', 'replaceInto']);
    if (inner) return build('insert', inner.arguments[0], [first], []);
  }
  // db.update(table).set(data)…, db.updateTable('table').set(data)
  if (name === 'set' && first) {
    const inner = chained(member.object, ['update', 'updateTable']);
    if (inner) return build('update', inner.arguments[0], second ? [first, second] : [first], whereArguments(node));
  }
  // db.delete(table).where(…), db.deleteFrom('table')
  if ((name === 'delete' || name === 'deleteFrom') && first && node.arguments.length === 1 && isTableLike(first)) {
    const where = whereArguments(node);
    if (
      name === 'deleteFrom' ||
      where.length ||
      (isAwaitedAlone(node) &&
        mayBeTable({ ...call, node: first }, values) &&
        !isCaller({ ...call, node: member.object }, values))
    )
      return build('delete', first, [], where);
  }
  // db.select().from(table).where(…), db.selectFrom('table').where(…)
  if (name === 'from' && first) {
    const supabase = followed(node);
    if (supabase) {
      const verb = own(SUPABASE_VERBS, supabase.name);
      if (verb && ts.isStringLiteralLike(first))
        return build(verb, first, [...supabase.call.arguments], whereArguments(node));
    }
    const inner = chained(member.object, ['select', 'selectDistinct']);
    if (inner) return build('read', first, [], whereArguments(node));
  }
  if (name === 'selectFrom' && first) return build('read', first, [], whereArguments(node));
  // db.query.users.findFirst({ where }) and prisma.user.findUnique({ where })
  const prismaVerb = own(PRISMA_VERBS, name);
  if (prismaVerb) {
    const argument = first && unwrap(first);
    const object = argument && ts.isObjectLiteralExpression(argument) ? argument : undefined;
    const table = memberOf(unwrap(member.object));
    if (table && object) {
      const where = propertyOf(object, 'where');
      const data = ['data', 'create', 'update']
        .map((key) => propertyOf(object, key))
        .filter((part) => part !== undefined);
      const isModel = where || data.length || /^find/.test(name);
      if (isModel && !isCaller({ ...call, node: member.object }, values))
        return build(prismaVerb, member.object, data, where ? [where] : []);
    }
    if (table && !object && /^(?:findMany|findFirst)$/.test(name) && !first)
      return build('read', member.object, [], []);
    // The options stand in a variable: `const options = { where, include }; prisma.user.findMany(options)`.
    if (table && argument && !object && prismaVerb === 'read') {
      const options = optionsBehind({ ...call, node: argument }, values);
      if (options && !isCaller({ ...call, node: member.object }, values) && !values.targets(call).length) {
        const where = propertyOf(options.node, 'where');
        return { ...build('read', member.object, [], []), filter: where ? [{ ...options, node: where }] : [] };
      }
    }
    // Model.create(data), repository.create(data): mongoose and friends, whose models start with a capital letter.
    if ((name === 'create' || name === 'deleteMany' || name === 'updateMany') && first && isModelName(member.object)) {
      return build(
        prismaVerb,
        member.object,
        name === 'deleteMany' ? [] : [...node.arguments],
        name === 'create' ? [] : [first],
      );
    }
  }
  // A repository of TypeORM's, by its declared type: this.books.delete({ isbn })
  const repositoryVerb = own(REPOSITORY_VERBS, name);
  if (repositoryVerb && (first || repositoryVerb === 'read')) {
    const entity = repositoryOf({ ...call, node: member.object }, values);
    if (entity) {
      const isWrite = repositoryVerb === 'insert' || repositoryVerb === 'update';
      const data = repositoryVerb === 'insert' ? first : second;
      const found = build(
        repositoryVerb,
        member.object,
        isWrite && data ? [data] : [],
        repositoryVerb === 'insert' || !first ? [] : [first],
      );
      return { ...found, tableName: entity };
    }
  }
  // Model.find(filter), db.collection('users').find(filter): an array's find takes a function.
  if (name === 'find' && isCollection(member.object) && !(first && isFunctionNode(unwrap(first))))
    return build('read', member.object, [], first ? [first] : []);
  // await Model.where({ … })
  if (name === 'where' && first && isModelName(member.object) && ts.isObjectLiteralExpression(unwrap(first)))
    return build('read', member.object, [], [first]);
  const mongoVerb = own(MONGO_VERBS, name);
  if (mongoVerb && (first || name === 'save')) {
    if (mongoVerb === 'read' || mongoVerb === 'delete') return build(mongoVerb, member.object, [], [first!]);
    if (mongoVerb === 'update') return build('update', member.object, second ? [second] : [], [first!]);
    const source = first ?? member.object;
    const isData = first || values.roots({ ...call, node: member.object }).some((v) => ts.isNewExpression(v.ref.node));
    if (isData) {
      const data = values.roots({ ...call, node: source }).flatMap((v) => {
        const made = v.ref.node;
        return ts.isNewExpression(made) && made.arguments?.[0]
          ? [{ ...v.ref, node: made.arguments[0] as ts.Node }]
          : [];
      });
      return { ...build('insert', member.object, [], []), data: data.length ? data : [{ ...call, node: source }] };
    }
  }
  // knex('users').insert(data)
  if ((name === 'insert' || name === 'update') && first && !isTableLike(first)) {
    const table = knexTable(member.object);
    if (table) return build(name, table, [first], whereArguments(node));
  }
  if (name === 'first' && !first) {
    const where = knexWhere(member.object);
    if (where) return build('read', where.table, [], where.filter);
  }
  // D1: db.prepare('UPDATE …').bind(…).run()
  if (name === 'bind') {
    const prepared = chained(member.object, ['prepare']) ?? preparedBy(call, member.object, values);
    return prepared?.arguments[0] && sqlOperation(call, prepared.arguments[0], [...node.arguments], values);
  }
  if (SQL_METHODS.test(name)) {
    const text = first && unwrap(first);
    if (!text) {
      // db.prepare('SELECT …').get(), where nothing is bound
      const prepared = /^(?:get|all|first|run|raw)$/.test(name)
        ? (chained(member.object, ['prepare']) ?? preparedBy(call, member.object, values))
        : undefined;
      const sql = prepared && calleeName(prepared) === 'prepare' ? prepared.arguments[0] : undefined;
      return sql && !isBound(call, member.object) ? sqlOperation(call, sql, [], values) : undefined;
    }
    if (name === 'get' || name === 'all' || name === 'run') {
      const prepared = chained(member.object, ['prepare', 'query']) ?? preparedBy(call, member.object, values);
      if (prepared) {
        const sql = prepared.arguments[0];
        return sql ? sqlOperation(call, sql, [...node.arguments], values) : undefined;
      }
    }
    if (name === 'prepare') return undefined;
    if (
      ts.isStringLiteralLike(text) ||
      ts.isTemplateExpression(text) ||
      ts.isIdentifier(text) ||
      ts.isTaggedTemplateExpression(text) ||
      ts.isBinaryExpression(text)
    ) {
      if (ts.isTaggedTemplateExpression(text)) return undefined;
      const bound = [...templateParts(text), ...node.arguments.slice(1).flatMap(listElements)];
      return sqlOperation(call, text, bound, values);
    }
    if (ts.isObjectLiteralExpression(text)) {
      const sql = propertyOf(text, 'sql') ?? propertyOf(text, 'text');
      const bound = propertyOf(text, 'args') ?? propertyOf(text, 'values');
      if (sql) return sqlOperation(call, sql, bound ? listElements(bound) : [], values);
    }
  }
  return undefined;

  function build(
    verb: DatabaseOp['verb'],
    table: ts.Node | undefined,
    data: readonly ts.Node[],
    filter: readonly ts.Node[],
  ): DatabaseOp {
    return {
      kind: 'database',
      verb,
      call,
      table: at(table),
      tableName: table && tableNameOf(table),
      data: data.map((part) => at(part)!),
      filter: filter.map((part) => at(part)!),
      sql: undefined,
    };
  }
}

/** The options of a query that are written out elsewhere. */
function optionsBehind(ref: Ref, values: Values): Ref<ts.ObjectLiteralExpression> | undefined {
  const options = values
    .roots(ref)
    .flatMap(({ ref: { node, ...rest }, path }) =>
      !path.length && ts.isObjectLiteralExpression(node) ? [{ ...rest, node }] : [],
    );
  const isOption = (property: ts.ObjectLiteralElementLike): boolean =>
    /^(?:where|include|with|select|columns|orderBy)$/.test(propertyName(property.name) ?? '');
  return options.find(({ node }) => node.properties.some(isOption));
}

/** What calls procedures of tRPC in the same process: they run with their own middleware. */
function isCaller(object: Ref, values: Values): boolean {
  return values.deepRoots(object).some(({ ref: { node, file } }) => {
    if (!ts.isCallExpression(node)) return false;
    if (calleeName(node) === 'createCaller') return true;
    return values
      .roots({ node: node.expression, file })
      .some(({ ref: made }) => ts.isCallExpression(made.node) && calleeName(made.node) === 'createCallerFactory');
  });
}

function sqlOperation(
  call: Ref<CallLike>,
  text: ts.Node,
  bound: readonly ts.Node[],
  values: Values,
): DatabaseOp | undefined {
  const sql = ts.isTemplateExpression(text)
    ? beginning(call, text, values) + text.templateSpans.map((span) => `\u0000${span.literal.text}`).join('')
    : ts.isNoSubstitutionTemplateLiteral(text)
      ? text.text
      : literalText({ ...call, node: text }, values);
  const match =
    /^\s*(?:with\b[\s\S]*?\)\s*)?(select|insert|update|delete|replace)\b/i.exec(sql) ??
    /\b(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i.exec(sql);
  if (!match) return undefined;
  const word = match[1]!.toLowerCase();
  const verb = word.startsWith('select')
    ? 'read'
    : word.startsWith('insert') || word.startsWith('replace')
      ? 'insert'
      : word.startsWith('update')
        ? 'update'
        : 'delete';
  // EXTRACT(HOUR FROM made_at) names no table.
  const statement = sql.replace(/\b(?:extract|substring|trim|overlay)\s*\([^()]*\bfrom\b/gi, '(');
  const table = /\b(?:from|into|update)\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(statement)?.[1];
  const refs = bound.map((node): Ref => ({ ...call, node }));
  return {
    kind: 'database',
    verb,
    call,
    table: undefined,
    tableName: table,
    data: verb === 'insert' || verb === 'update' ? refs : [],
    filter: verb === 'insert' ? [] : refs,
    sql,
  };
}

/** The text that a template begins with, which may stand in a variable: `${update} WHERE id = ?`. */
function beginning(call: Ref<CallLike>, text: ts.TemplateExpression, values: Values): string {
  const [first] = text.templateSpans;
  return text.head.text.trim() || !first ? text.head.text : literalText({ ...call, node: first.expression }, values);
}

function templateValues(node: ts.TaggedTemplateExpression): readonly ts.Node[] {
  return templateParts(node.template);
}

function templateParts(node: ts.Node): readonly ts.Node[] {
  return ts.isTemplateExpression(node) ? node.templateSpans.map((span) => span.expression) : [];
}

function listElements(node: ts.Node): readonly ts.Node[] {
  const inner = unwrap(node);
  return ts.isArrayLiteralExpression(inner) ? [...inner.elements] : [inner];
}

/** The call of one of the names further up a method chain. */
function chained(object: ts.Node, names: readonly string[]): ts.CallExpression | undefined {
  let current = unwrap(object);
  while (ts.isCallExpression(current)) {
    const name = calleeName(current);
    const member = memberOf(unwrap(current.expression));
    if (name && names.includes(name) && member) return current;
    if (!member) return undefined;
    current = unwrap(member.object);
  }
  return undefined;
}

/** Arguments of `.where(…)`, `.eq(…)` and the like later in the chain. */
function whereArguments(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  for (let next = followed(node); next; next = followed(next.call)) {
    if (/^(?:where|andWhere|eq|match|whereRef|filter|having|limit)$/.test(next.name) && next.name !== 'limit')
      found.push(...next.call.arguments);
  }
  const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
  let object = member && unwrap(member.object);
  while (object && ts.isCallExpression(object)) {
    if (/^(?:where|andWhere|eq)$/.test(calleeName(object) ?? '')) found.push(...object.arguments);
    const up = memberOf(unwrap(object.expression));
    object = up && unwrap(up.object);
  }
  return found;
}

/** The next call in a method chain. */
function followed(node: ts.Node): { name: string; call: ts.CallExpression } | undefined {
  const access = node.parent as ts.Node | undefined;
  if (!access || !ts.isPropertyAccessExpression(access) || access.expression !== node) return undefined;
  const call = access.parent;
  return ts.isCallExpression(call) && call.expression === access ? { name: access.name.text, call } : undefined;
}

function isAwaitedAlone(node: ts.Node): boolean {
  return ts.isAwaitExpression(node.parent) || ts.isReturnStatement(node.parent);
}

function isTableLike(node: ts.Node): boolean {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner) || ts.isStringLiteralLike(inner);
}

/** Caches, cookies and maps delete by a key: a text, or what a function is given. */
function mayBeTable(ref: Ref, values: Values): boolean {
  return values
    .roots(ref)
    .every(({ ref: { node }, external }) => external || !(ts.isParameter(node) || ts.isStringLiteralLike(node)));
}

function isModelName(node: ts.Node): boolean {
  const inner = unwrap(node);
  if (ts.isIdentifier(inner))
    return /^[A-Z]/.test(inner.text) || /(?:Model|Repository|Repo|Collection)$/.test(inner.text);
  const member = memberOf(inner);
  return !!member && /(?:Model|Repository|Repo|Collection)$/.test(member.name);
}

/** A model of mongoose, or a collection that is asked for by its name. */
function isCollection(node: ts.Node): boolean {
  const inner = unwrap(node);
  if (ts.isCallExpression(inner)) return calleeName(inner) === 'collection';
  return isModelName(inner);
}

/** The entity of a `Repository<Book>`. */
function repositoryOf(ref: Ref, values: Values): string | undefined {
  for (const value of values.roots(ref)) {
    const type = value.path.length ? undefined : typeOf(value.ref.node);
    if (!type || !ts.isTypeReferenceNode(type) || !/(?:^|\.)Repository$/.test(type.typeName.getText())) continue;
    const [entity] = type.typeArguments ?? [];
    if (entity && ts.isTypeReferenceNode(entity)) return entity.typeName.getText();
  }
  return undefined;
}

function knexTable(object: ts.Node): ts.Node | undefined {
  let current = unwrap(object);
  while (ts.isCallExpression(current)) {
    const callee = unwrap(current.expression);
    const first = current.arguments[0];
    if ((ts.isIdentifier(callee) || calleeName(current) === 'table') && first && ts.isStringLiteralLike(first))
      return first;
    const member = memberOf(callee);
    if (!member) return undefined;
    current = unwrap(member.object);
  }
  return undefined;
}

function knexWhere(object: ts.Node): { table: ts.Node; filter: readonly ts.Node[] } | undefined {
  const table = knexTable(object);
  const where = chained(object, ['where']);
  return table && where ? { table, filter: [...where.arguments] } : undefined;
}

function preparedBy(call: Ref<CallLike>, object: ts.Node, values: Values): ts.CallExpression | undefined {
  for (const value of values.roots({ ...call, node: object })) {
    const { node } = value.ref;
    if (ts.isCallExpression(node) && /^(?:prepare|query)$/.test(calleeName(node) ?? '') && !value.path.length)
      return node;
  }
  return undefined;
}

/** Whether a statement has got its parameters before it is run, in the same chain or in a variable. */
function isBound(call: Ref<CallLike>, object: ts.Node): boolean {
  if (chained(object, ['bind'])) return true;
  const name = unwrap(object);
  const declaration = ts.isIdentifier(name) ? bindingOf(call.file, name)?.declaration : undefined;
  const given = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const made = given && unwrap(given);
  return !!made && ts.isCallExpression(made) && calleeName(made) === 'bind';
}

function tableNameOf(node: ts.Node): string | undefined {
  const inner = unwrap(node);
  if (ts.isIdentifier(inner) || ts.isStringLiteralLike(inner)) return inner.text;
  if (ts.isCallExpression(inner) && inner.arguments[0] && ts.isStringLiteralLike(inner.arguments[0]))
    return inner.arguments[0].text;
  return memberOf(inner)?.name ?? propertyName(inner);
}
