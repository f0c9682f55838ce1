import type { FileContext } from '../../core/context';
import { isHashName } from '../../core/roles';
import { calleeName, isFunctionNode, memberOf, propertyName, propertyOf, textOf, ts, unwrap } from '../../core/syntax';
import type { FunctionNode } from '../../core/syntax';
import type { Ref } from '../../core/values';
import { givenColumns, leftOut, prismaColumns } from './rows';
import { prismaModelOf, tableOf } from './schema';
import type { PrismaModel } from './schema';

const SECRET_KEY =
  /(?:^|_)(?:secret|totp|salt|otp)(?:$|_|[A-Z])|(?:two_?factor|totp|mfa|otp)_?(?:secret|key)|(?:access|refresh|reset|verification|api)_?token|(?:^|_)token$|(?:api|private|secret)_?key$|recovery_?codes?|^password$/i;

/** Where a phone gets its notifications, when a token ends, whether there is one: nothing that opens an account. */
const HARMLESS_KEY =
  /(?:push|device|fcm|apns?|expo|notification|messaging|csrf)_?token|(?:count|version|balance|type|limit|expires|expiry|expiration)$|_at$|^(?:has|is|needs|used|uses|can)_/i;

export function isSecretName(name: string): boolean {
  if (isHashName(name)) return true;
  const isSecret = SECRET_KEY.test(name) || /[a-z]Token$/.test(name);
  return isSecret && !HARMLESS_KEY.test(name) && !/[a-z]At$|^(?:has|is|needs|used|uses|can)[A-Z]/.test(name);
}

/** A secret that getUserAttributes makes a part of every user. */
export interface SecretAttribute {
  /** What says so: the property, the spread, or all that is returned. */
  readonly at: Ref;
  readonly property: ts.ObjectLiteralElementLike | undefined;
  /** The name of the secret: of the property, or of its column; of a whole row only where its columns are written down. */
  readonly column: string | undefined;
  /** The property of `user` that holds it. */
  readonly key: string | undefined;
}

/** The secrets among the attributes of users, in all instances of the project. */
export function secretAttributes(context: FileContext): readonly SecretAttribute[] {
  const { project, roles } = context;
  const key = `secretAttributes\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as readonly SecretAttribute[] | undefined;
  if (known) return known;
  const found = roles
    .projectInstances(context.path)
    .flatMap(({ options }) => (options ? secretsOf(context, options) : []));
  project.projectMemo.set(key, found);
  return found;
}

/** The properties that getUserAttributes gives to users, in all instances of the project. */
export function attributeKeys(context: FileContext): readonly string[] {
  const key = `attributeKeys\0${context.project.modules.projectRootOf(context.path)}`;
  const known = context.project.projectMemo.get(key) as readonly string[] | undefined;
  if (known) return known;
  const found = context.roles
    .projectInstances(context.path)
    .flatMap(({ options }) => (options ? functionsAt(context, options) : []))
    .flatMap((fn) => returnedBy(context, fn))
    .flatMap((returned) => {
      const node = objectOf(context, returned) ?? unwrap(returned.node);
      const properties = ts.isObjectLiteralExpression(node) ? node.properties : [];
      return properties.flatMap((property) => (property.name && propertyName(property.name)) ?? []);
    });
  context.project.projectMemo.set(key, found);
  return found;
}

/** The secrets among the attributes that an instance's options make parts of its users. */
export function secretsOf(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): readonly SecretAttribute[] {
  const found: SecretAttribute[] = [];
  const rows = rowsOf(context, options);
  const isPicked = hasOwnAdapter(context, options);
  const whole = (at: Ref, secret: { readonly name: string | undefined } | undefined): void => {
    if (secret) found.push({ at, property: undefined, column: secret.name, key: secret.name });
  };
  for (const fn of functionsAt(context, options)) {
    for (const returned of returnedBy(context, fn)) {
      const node = objectOf(context, returned) ?? unwrap(returned.node);
      if (!ts.isObjectLiteralExpression(node)) {
        whole({ ...returned, node }, secretOfRow(context, returned, undefined, rows, isPicked));
        continue;
      }
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) {
          const row = { ...returned, node: property.expression };
          whole({ ...returned, node: property }, secretOfRow(context, row, node, rows, isPicked));
          continue;
        }
        const name = propertyName(property.name);
        if (name === undefined || isFlag(property)) continue;
        if (ts.isPropertyAssignment(property) && isFirstOf(context, fn, { ...returned, node: property.initializer })) {
          const row = { ...returned, node: property.initializer };
          const secret = secretOfRow(context, row, undefined, rows, isPicked);
          if (secret)
            found.push({ at: { ...returned, node: property }, property: undefined, column: secret.name, key: name });
          continue;
        }
        const column = [name, columnOf(property)].find((other) => other !== undefined && isSecretName(other));
        if (column !== undefined) found.push({ at: { ...returned, node: property }, property, column, key: name });
      }
    }
  }
  return found;
}

/** Where getUserAttributes hands on all of its row, as it is or spread, and nobody has named what is to stay behind. */
export function wholeRows(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): readonly Ref[] {
  // A client that leaves a column out of all its rows was told what must stay behind.
  const model = prismaModelBehind(context, options);
  if (model && givenColumns(context, model).length < prismaColumns(context, model).length) return [];
  if (hasOwnAdapter(context, options)) return [];
  return functionsAt(context, options)
    .flatMap((fn) => returnedBy(context, fn))
    .flatMap((returned): readonly Ref[] => {
      const node = objectOf(context, returned) ?? unwrap(returned.node);
      if (!ts.isObjectLiteralExpression(node)) return isRow(context, returned) ? [{ ...returned, node }] : [];
      if (node.properties.some((property) => ts.isPropertyAssignment(property) && isFlag(property))) return [];
      return node.properties.flatMap((property) =>
        ts.isSpreadAssignment(property) && isRow(context, { ...returned, node: property.expression })
          ? [{ ...returned, node: property }]
          : [],
      );
    });
}

/** The parameter itself, with nothing taken out of it. */
function isRow(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some(({ ref: root, path }) => ts.isParameter(root.node) && !path.length);
}

/** `profile: row`: what a function is given first, as it is. */
function isFirstOf(context: FileContext, fn: Ref, ref: Ref): boolean {
  const [first] = isFunctionNode(fn.node) ? fn.node.parameters : [];
  return context.values.roots(ref).some(({ ref: root, path }) => root.node === first && !path.length);
}

function functionsAt(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): readonly Ref[] {
  const found = propertyOf(options.node, 'getUserAttributes');
  if (!found) return [];
  return ts.isMethodDeclaration(found)
    ? [{ ...options, node: found }]
    : context.values.functions({ ...options, node: found });
}

/** What a function gives back, by itself or by the function that it leaves it to: `(row) => toAttributes(row)`. */
function returnedBy(context: FileContext, { node, file }: Ref, depth = 0): readonly Ref[] {
  return context.values.returned({ node: node as FunctionNode, file }).flatMap((returned) => {
    const call = unwrap(returned.node);
    const targets = ts.isCallExpression(call) && depth < 2 ? context.values.targets({ ...returned, node: call }) : [];
    return targets.length ? targets.flatMap((target) => returnedBy(context, target, depth + 1)) : [returned];
  });
}

/** What is returned through a variable: `const attributes = { … }; return attributes;`. */
function objectOf(context: FileContext, returned: Ref): ts.ObjectLiteralExpression | undefined {
  const [only, ...others] = context.values.roots(returned);
  if (!only || others.length || only.path.length || only.ref.file !== returned.file) return undefined;
  return ts.isObjectLiteralExpression(only.ref.node) ? only.ref.node : undefined;
}

/** `hash: row.password_hash`: the column under another name. */
function columnOf(property: ts.ObjectLiteralElementLike): string | undefined {
  return ts.isPropertyAssignment(property) ? memberOf(unwrap(property.initializer))?.name : undefined;
}

/** The parameter itself, or the rest of it, with a secret in it that no later property hides. */
function secretOfRow(
  context: FileContext,
  ref: Ref,
  object: ts.ObjectLiteralExpression | undefined,
  rows: readonly string[] | undefined,
  isPicked: boolean,
): { readonly name: string | undefined } | undefined {
  const isWhole = context.values
    .roots(ref)
    .some(({ ref: root, path }) => ts.isParameter(root.node) && path.every((part) => part === '...'));
  if (!isWhole) return undefined;
  const hidden = [
    ...leftOut(context, ref.node, ref.file),
    ...(object?.properties.flatMap((property) => propertyName(property.name) ?? []) ?? []),
  ];
  const declared = registered(context);
  if (!declared && !rows) return isPicked || hidden.some(isSecretName) ? undefined : { name: undefined };
  const name = [...(rows ?? []), ...(declared ?? [])].find(
    (column) => isSecretName(column) && !hidden.includes(column),
  );
  return name === undefined ? undefined : { name };
}

/** The columns of the table of users that the adapter of an instance reads: all of them are in the row, whatever is declared. */
function rowsOf(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): readonly string[] | undefined {
  for (const made of adaptersBehind(context, options)) {
    const third = made.node.arguments?.[2];
    const isDrizzle = /^Drizzle\w+Adapter$/.test(calleeName(made.node) ?? '');
    const table = isDrizzle && third ? tableOf(context, { ...made, node: third }) : undefined;
    if (table?.columns.size) return [...table.columns.keys()];
  }
  const model = prismaModelBehind(context, options);
  return model && givenColumns(context, model);
}

/** The model of users that a PrismaAdapter reads. */
function prismaModelBehind(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): PrismaModel | undefined {
  for (const made of adaptersBehind(context, options)) {
    const second = calleeName(made.node) === 'PrismaAdapter' ? made.node.arguments?.[1] : undefined;
    const model = second && prismaModelOf(context, { ...made, node: second });
    if (model) return model;
  }
  return undefined;
}

/** An adapter that is written out on the spot: it hands on what its own queries ask for. */
function hasOwnAdapter(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): boolean {
  const adapter = adapterOf(context, options);
  return (
    !!adapter &&
    context.values.roots(adapter).some(({ ref, path }) => !path.length && ts.isObjectLiteralExpression(ref.node))
  );
}

function adapterOf(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): Ref | undefined {
  const { roles } = context;
  const instances = [...roles.projectInstances(context.path), ...roles.instances(context.file)];
  return instances.find((instance) => instance.options?.node === options.node)?.adapter;
}

function adaptersBehind(
  context: FileContext,
  options: Ref<ts.ObjectLiteralExpression>,
): readonly Ref<ts.NewExpression>[] {
  const adapter = adapterOf(context, options);
  return (adapter ? context.values.deepRoots(adapter) : []).flatMap(({ ref, path }) =>
    !path.length && ts.isNewExpression(ref.node) ? [ref as Ref<ts.NewExpression>] : [],
  );
}

/** The secret in the row that an instance gives to getUserAttributes, where a value is that row. */
export function secretOfUserRow(context: FileContext, ref: Ref): string | undefined {
  const parameter = context.values
    .roots(ref)
    .find(({ ref: root, path }) => !path.length && ts.isParameter(root.node) && !root.node.dotDotDotToken)?.ref.node;
  if (!parameter || !ts.isParameter(parameter) || parameter.parent.parameters[0] !== parameter) return undefined;
  for (const { options } of context.roles.projectInstances(context.path)) {
    if (!options || !functionsAt(context, options).some(({ node }) => node === parameter.parent)) continue;
    const columns = rowsOf(context, options) ?? registered(context);
    return columns?.find(isSecretName);
  }
  return undefined;
}

/** The names of the attributes that the project registers, where they are written down. */
function registered(context: FileContext): readonly string[] | undefined {
  const { project } = context;
  const paths = [...new Set([context.path, ...project.filesNear(context.path)])];
  const declares = paths.filter((path) => project.mentions(path, 'DatabaseUserAttributes'));
  for (const path of declares) {
    const text = project.text(path) ?? '';
    const body = /DatabaseUserAttributes\s*(?::|=|extends[^{]*)?\s*\{([^}]*)\}/.exec(text)?.[1];
    if (body !== undefined) return namesIn(body);
    const named = /DatabaseUserAttributes\s*(?::|=|\bextends\b)\s*(?:import\([^)]*\)\.)?(\w+)\s*[;,}\n{]/.exec(
      text,
    )?.[1];
    if (named === undefined) continue;
    const declaration = new RegExp(`\\b(?:interface\\s+${named}|type\\s+${named}\\s*=)\\s*\\{([^}]*)\\}`);
    for (const other of [path, ...paths.filter((candidate) => project.mentions(candidate, named))]) {
      const found = declaration.exec(project.text(other) ?? '')?.[1];
      if (found !== undefined) return namesIn(found);
    }
  }
  return undefined;
}

function namesIn(body: string): readonly string[] {
  return [...body.matchAll(/['"]?(\w+)['"]?\??\s*:/g)].map((match) => match[1]!);
}

/** `hasPassword: row.hash !== null`, what is left of a secret, or a key that takes what a spread brought along away: `hash: undefined`. */
function isFlag(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return false;
  const value = unwrap(property.initializer);
  if (value.kind === ts.SyntaxKind.NullKeyword || ts.isVoidExpression(value)) return true;
  if (ts.isIdentifier(value) && value.text === 'undefined') return true;
  if (ts.isPrefixUnaryExpression(value) || ts.isBinaryExpression(value)) return true;
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].every(isConstant);
  if (ts.isCallExpression(value) && /mask|redact|digest|hash/i.test(calleeName(value) ?? '')) return true;
  return /^(?:Boolean|!!)/.test(textOf(value)) || value.kind === ts.SyntaxKind.FalseKeyword;
}

function isConstant(node: ts.Node): boolean {
  const { kind } = unwrap(node);
  return (
    kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.StringLiteral
  );
}
