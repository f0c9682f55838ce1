import type { FileContext } from '../../core/context';
import type { PasswordOp } from '../../core/ops';
import { calleeName, ts, unwrap } from '../../core/syntax';
import type { Ref } from '../../core/values';

export interface Argon2Parameters {
  /** KiB. */
  readonly memory: number;
  readonly time: number;
  readonly parallelism: number;
}

/** Defaults of the packages' hash(): FACTS A1 for oslo and @node-rs/argon2, the package's README for argon2. */
const DEFAULTS: Readonly<Record<string, Argon2Parameters>> = {
  'oslo/password': { memory: 19456, time: 2, parallelism: 1 },
  '@node-rs/argon2': { memory: 19456, time: 2, parallelism: 1 },
  argon2: { memory: 65536, time: 3, parallelism: 4 },
  Bun: { memory: 65536, time: 2, parallelism: 1 },
};

/** What the packages call their parameters. */
export const ARGON2_NAMES: Readonly<Record<keyof Argon2Parameters, readonly string[]>> = {
  memory: ['memoryCost', 'memorySize', 'memory', 'm'],
  time: ['timeCost', 'iterations', 'time', 't'],
  parallelism: ['parallelism', 'p'],
};

/** The number that an expression stands for: a literal, or products, sums, powers and shifts of literals. */
export function numberOf(context: FileContext, ref: Ref, path: readonly string[] = []): number | undefined {
  for (const value of context.values.deepRoots(ref, path)) {
    if (value.path.length) continue;
    const found = constantNumber(context, value.ref);
    if (found !== undefined) return found;
  }
  return undefined;
}

function constantNumber(context: FileContext, ref: Ref): number | undefined {
  const node = unwrap(ref.node);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const operand = numberOf(context, { ...ref, node: node.operand });
    return operand === undefined ? undefined : -operand;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const left = numberOf(context, { ...ref, node: node.left });
  const right = numberOf(context, { ...ref, node: node.right });
  if (left === undefined || right === undefined) return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left << right;
    default:
      return undefined;
  }
}

/** Parameters of an Argon2 hash(), from its options or the package's defaults. Undefined when they cannot be told. */
export function argon2Parameters(context: FileContext, op: PasswordOp): Argon2Parameters | undefined {
  const defaults = DEFAULTS[op.library];
  // new Argon2id({ memorySize, iterations }) takes them at construction.
  const options = op.options ?? constructorOptions(context, op);
  if (!defaults) return undefined;
  if (!options) return defaults;
  const known = context.values
    .deepRoots(options)
    .some((value) => ts.isObjectLiteralExpression(value.ref.node) && !value.path.length);
  if (!known) return undefined;
  const read = (key: keyof Argon2Parameters): number => {
    for (const name of ARGON2_NAMES[key]) {
      const found = numberOf(context, options, [name]);
      if (found !== undefined) return found;
    }
    return defaults[key];
  };
  return { memory: read('memory'), time: read('time'), parallelism: read('parallelism') };
}

function constructorOptions(context: FileContext, op: PasswordOp): Ref | undefined {
  for (const value of context.values.callees(op.call)) {
    const { node } = value.ref;
    if (ts.isNewExpression(node) && node.arguments?.[0]) return { ...value.ref, node: node.arguments[0] };
  }
  return undefined;
}

/** Cost of a bcrypt hash(): the rounds argument, or those given to genSalt. Undefined when they cannot be told. */
export function bcryptCost(context: FileContext, op: PasswordOp): number | undefined {
  if (!op.options) return op.library === '@node-rs/bcrypt' ? 12 : 10;
  const rounds = numberOf(context, op.options);
  if (rounds !== undefined) return rounds;
  const property = numberOf(context, op.options, ['cost']) ?? numberOf(context, op.options, ['rounds']);
  if (property !== undefined) return property;
  for (const value of context.values.deepRoots(op.options)) {
    const { node } = value.ref;
    if (ts.isCallExpression(node) && /^genSalt(?:Sync)?$/.test(calleeName(node) ?? '')) {
      return node.arguments[0] ? numberOf(context, { ...value.ref, node: node.arguments[0] }) : 10;
    }
  }
  return undefined;
}

/** The distinct hash() calls of the project, this file's included. */
export function projectHashes(context: FileContext): readonly PasswordOp[] {
  const { project, ops } = context;
  const key = `hashes\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as readonly PasswordOp[] | undefined;
  if (known) return known;
  const found: PasswordOp[] = [];
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    if (!/hash/i.test(project.text(path) ?? '')) continue;
    const file = path === context.path ? context.file : project.model(path);
    for (const node of file?.calls ?? []) {
      for (const op of ops.of({ node, file: file! })) if (op.kind === 'hash') found.push(op);
    }
  }
  project.projectMemo.set(key, found);
  return found;
}
