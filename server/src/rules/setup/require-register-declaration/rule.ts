import type { FileContext } from '../../../core/context';
import { inFile, insertAfter } from '../../../core/edit';
import type { Instance } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  hasModifier,
  isAsync,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  statementOf,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { FunctionNode } from '../../../core/syntax';
import { enclosingClass } from '../../../core/values';
import { prismaModels, tableOf } from '../../_shared/schema';

interface State {
  readonly instance: Instance;
  /** The type to register, and the statement after which the block goes. */
  readonly type: string;
  readonly after: ts.Statement;
}

export default defineRule<State>({
  id: 'require-register-declaration',
  family: 'setup',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 'A missing type, not a weakness: the compiler reports most uses of it.',
  frameworks: 'all',
  fixable: 'safe',
  needsProject: true,
  docs: {
    what: "The project makes a Lucia instance, but no file registers its type with `declare module 'lucia'`.",
    why: 'Without the registration `user` has no attributes, so code reaches for casts that hide mistakes, and createSession() accepts any attributes at all: also a user_id that replaces the account of the session.',
    how: "Declare `interface Register { Lucia: typeof lucia; DatabaseUserAttributes: … }` inside `declare module 'lucia'`, in the file of the instance or in a declaration file.",
    limits: 'JavaScript projects are left alone. A registration made by a package outside of the project is not seen.',
  },
  sources: [
    {
      title: 'Lucia v3: Getting started',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/getting-started/index.md',
    },
  ],
  messages: {
    missing: "Nothing registers the type of {name}: add `declare module 'lucia'`, or `user` has no attributes.",
  },
  words: ['Lucia'],
  check(context, report) {
    if (!/\.(?:[cm]?ts|tsx)$/.test(context.path) || context.frameworks.isAuxiliary(context.path)) return;
    const [instance] = context.roles.instances(context.file);
    if (!instance || isRegistered(context)) return;
    const { node } = instance.call;
    const target = registrable(instance);
    const at = ts.isNewExpression(node) ? { start: node.getStart(), end: node.expression.end } : baseClass(node);
    if (!at) return;
    report({
      at,
      message: 'missing',
      data: { name: target ? `\`${shownName(target.type)}\`` : 'this Lucia instance' },
      ...(target ? { state: { instance, ...target } } : {}),
    });
  },
  fixes: ({ instance, type, after }, context) => [
    {
      title: "Add the `declare module 'lucia'` block",
      kind: 'safe',
      edits: () => inFile(context.file, insertAfter(context.file, after, `\n${block(context, instance, type)}`)),
    },
  ],
});

function shownName(type: string): string {
  const factoryName = /ReturnType<typeof (\w+)>/.exec(type)?.[1];
  return factoryName ? `${factoryName}()` : type.replace(/^typeof /, '');
}

/** Whether any file of the project puts `Lucia` into Lucia's Register. */
function isRegistered(context: FileContext): boolean {
  const { project } = context;
  const key = `registered\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const found = [...new Set([context.path, ...project.filesNear(context.path)])].some((path) => {
    if (!/module\s+['"]lucia['"]/.test(project.text(path) ?? '')) return false;
    return project.model(path)?.sourceFile.statements.some(registers) ?? false;
  });
  project.projectMemo.set(key, found);
  return found;
}

function registers(statement: ts.Statement): boolean {
  if (!ts.isModuleDeclaration(statement)) return false;
  const { body, name } = statement;
  if (!body || !ts.isModuleBlock(body)) return false;
  if (name.text !== 'lucia') return body.statements.some(registers);
  return body.statements.some(
    (inner) =>
      ts.isInterfaceDeclaration(inner) &&
      inner.name.text === 'Register' &&
      (inner.members.some((member) => propertyName(member.name) === 'Lucia') || !!inner.heritageClauses?.length),
  );
}

function baseClass(call: ts.Node): ts.Node | undefined {
  const cls = enclosingClass(call);
  return cls?.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}

/** How the instance's type can be named at the top level of its file. */
function registrable(instance: Instance): { type: string; after: ts.Statement } | undefined {
  const { node } = instance.call;
  if (ts.isCallExpression(node)) {
    const cls = enclosingClass(node);
    return cls?.name && ts.isClassDeclaration(cls) && ts.isSourceFile(cls.parent)
      ? { type: cls.name.text, after: cls }
      : undefined;
  }
  let outer: ts.Node = node;
  while (unwrap(outer.parent, false) === node || isWrapping(outer.parent)) outer = outer.parent;
  const holder = outer.parent;
  if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) {
    const statement = statementOf(holder);
    if (statement && ts.isSourceFile(statement.parent)) return { type: `typeof ${holder.name.text}`, after: statement };
    const fn = factoryAround(holder, holder.name.text);
    return fn && factory(fn);
  }
  if (ts.isReturnStatement(holder) || (isFunctionNode(holder) && holder.body === outer)) {
    const fn = enclosing(node);
    return fn && factory(fn);
  }
  const assigned = ts.isBinaryExpression(holder) ? memberOf(holder.left) : undefined;
  if (ts.isPropertyDeclaration(holder) || assigned?.object.kind === ts.SyntaxKind.ThisKeyword) {
    const cls = enclosingClass(holder);
    const name = assigned?.name ?? (ts.isPropertyDeclaration(holder) ? propertyName(holder.name) : undefined);
    if (!cls?.name || !name || !ts.isSourceFile(cls.parent) || !ts.isClassDeclaration(cls)) return undefined;
    const member = cls.members.find((candidate) => propertyName(candidate.name) === name);
    if (
      member &&
      (hasModifier(member, ts.SyntaxKind.PrivateKeyword) || hasModifier(member, ts.SyntaxKind.ProtectedKeyword))
    )
      return undefined;
    // A member annotated as plain Lucia has lost the types that the registration is for.
    if (member && ts.isPropertyDeclaration(member) && member.type) return undefined;
    return { type: `${cls.name.text}['${name}']`, after: cls };
  }
  return undefined;
}

function isWrapping(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
  );
}

function enclosing(node: ts.Node): FunctionNode | undefined {
  let current = node.parent as ts.Node | undefined;
  while (current && !isFunctionNode(current)) current = current.parent as ts.Node | undefined;
  return current;
}

/** The function around a local variable, when all it returns is that variable. */
function factoryAround(declaration: ts.Node, name: string): FunctionNode | undefined {
  const fn = enclosing(declaration);
  if (!fn?.body) return undefined;
  let returns = 0;
  let same = 0;
  walk(fn.body, (node) => {
    if (isFunctionNode(node)) return false;
    if (ts.isReturnStatement(node)) {
      returns++;
      if (node.expression && ts.isIdentifier(node.expression) && node.expression.text === name) same++;
    }
    return true;
  });
  return returns > 0 && returns === same ? fn : undefined;
}

function factory(fn: FunctionNode): { type: string; after: ts.Statement } | undefined {
  let name: string | undefined;
  let after: ts.Statement | undefined;
  if (ts.isFunctionDeclaration(fn)) {
    name = fn.name?.text;
    after = fn;
  } else if (ts.isVariableDeclaration(fn.parent) && ts.isIdentifier(fn.parent.name)) {
    name = fn.parent.name.text;
    after = statementOf(fn.parent);
  }
  if (!name || !after || !ts.isSourceFile(after.parent)) return undefined;
  return { type: isAsync(fn) ? `Awaited<ReturnType<typeof ${name}>>` : `ReturnType<typeof ${name}>`, after };
}

function block(context: FileContext, instance: Instance, type: string): string {
  const parts = [`    Lucia: ${type};\n`];
  for (const [option, name] of [
    ['getUserAttributes', 'DatabaseUserAttributes'],
    ['getSessionAttributes', 'DatabaseSessionAttributes'],
  ] as const) {
    const attributes = attributesOf(context, instance, option);
    if (attributes) parts.push(`    ${name}: ${attributes};\n`);
  }
  return `declare module 'lucia' {\n  interface Register {\n${parts.join('')}  }\n}`;
}

/** The type of the row that an attributes function reads: the annotated one, or an object type of the columns it reads. */
function attributesOf(
  context: FileContext,
  instance: Instance,
  option: 'getUserAttributes' | 'getSessionAttributes',
): string | undefined {
  const given = instance.options && propertyOf(instance.options.node, option);
  const [fn] = given ? context.values.functions({ ...instance.options!, node: given }) : [];
  const parameter = fn?.node.parameters[0];
  if (!fn || !parameter) return undefined;
  if (parameter.type)
    return fn.file === context.file && ts.isTypeReferenceNode(parameter.type) ? textOf(parameter.type) : undefined;
  const columns: string[] = [];
  const add = (name: string | undefined): void => {
    if (name !== undefined && !columns.includes(name)) columns.push(name);
  };
  if (ts.isObjectBindingPattern(parameter.name)) {
    for (const element of parameter.name.elements) {
      if (!element.dotDotDotToken)
        add(propertyName(element.propertyName ?? (ts.isIdentifier(element.name) ? element.name : undefined)));
    }
  } else if (ts.isIdentifier(parameter.name)) {
    for (const use of fn.file.bindings.get(parameter.name)?.uses ?? []) {
      const member = memberOf(use.parent);
      if (member && unwrap(member.object) === use) add(member.name);
    }
  }
  if (!columns.length) return undefined;
  const typeOf = columnTypes(context, instance, option === 'getUserAttributes' ? 'user' : 'session');
  const lines = columns.map(
    (name) => `      ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`}: ${typeOf(name) ?? 'unknown'};\n`,
  );
  return `{\n${lines.join('')}    }`;
}

const DRIZZLE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:text|varchar|char|uuid|citext|tinytext|mediumtext|longtext|inet|numeric|decimal|time)$/, 'string'],
  [
    /^(?:integer|int|smallint|serial|bigserial|bigint|real|doublePrecision|double|float|tinyint|mediumint|number)$/,
    'number',
  ],
  [/^boolean$/, 'boolean'],
  [/^(?:timestamp|datetime)$/, 'Date'],
];

const PRISMA_TYPES: Readonly<Record<string, string>> = {
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'Date',
  BigInt: 'bigint',
};

/** TypeScript types of the columns of the adapter's table, as far as the project declares it. */
function columnTypes(
  context: FileContext,
  instance: Instance,
  which: 'user' | 'session',
): (column: string) => string | undefined {
  const adapter =
    instance.adapter && context.values.roots(instance.adapter).find((value) => ts.isNewExpression(value.ref.node));
  const args = adapter ? ((adapter.ref.node as ts.NewExpression).arguments ?? []) : [];
  const tableArgument = args[which === 'session' ? 1 : 2];
  const table = adapter && tableArgument ? tableOf(context, { ...adapter.ref, node: tableArgument }) : undefined;
  const modelArgument = adapter && args[which === 'session' ? 0 : 1];
  const model = modelArgument && prismaModels(context).get((memberOf(unwrap(modelArgument))?.name ?? '').toLowerCase());
  return (column) => {
    const drizzle = table?.columns.get(column);
    if (drizzle) {
      const base =
        drizzle.mode === 'date' || drizzle.mode === 'timestamp'
          ? 'Date'
          : drizzle.mode === 'boolean'
            ? 'boolean'
            : drizzle.mode === 'string'
              ? 'string'
              : DRIZZLE_TYPES.find(([pattern]) => pattern.test(drizzle.type))?.[1];
      const isPresent = drizzle.modifiers.includes('notNull') || drizzle.modifiers.includes('primaryKey');
      return base && (isPresent ? base : `${base} | null`);
    }
    const field = model?.fields.get(column);
    const base = field && PRISMA_TYPES[field.type];
    return base && (field.optional ? `${base} | null` : base);
  };
}
