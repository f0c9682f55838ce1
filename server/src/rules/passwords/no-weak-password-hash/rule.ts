import type { FileContext } from '../../../core/context';
import type { DigestOp, PasswordOp } from '../../../core/ops';
import { isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  memberOf,
  propertyOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { nameOfFunction } from '../../../core/model';
import { sameRoot } from '../../../core/values';
import type { FunctionRef, Ref } from '../../../core/values';
import { strongerCostFix } from '../../_shared/cost-fix';
import type { WeakCost } from '../../_shared/cost-fix';
import { argon2Parameters, bcryptCost, numberOf } from '../../_shared/parameters';

/** Minimum memory (KiB) by number of passes. Source: OWASP Password Storage Cheat Sheet, Argon2id. */
const ARGON2_ROWS: readonly (readonly [memory: number, time: number])[] = [
  [47104, 1],
  [19456, 2],
  [12288, 3],
  [9216, 4],
  [7168, 5],
];

/** Iterations of PBKDF2 by digest. Source: OWASP Password Storage Cheat Sheet, PBKDF2. */
const PBKDF2_ITERATIONS: Readonly<Record<string, number>> = { sha1: 1_300_000, sha256: 600_000, sha512: 210_000 };

export default defineRule<WeakCost | undefined>({
  id: 'no-weak-password-hash',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 916,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A password is hashed with a function that is made to be fast, or with a password hash at too low a cost.',
    why: 'Graphics cards try billions of SHA-256 hashes a second. A stolen table of such hashes is a table of passwords within days.',
    how: 'Use Argon2id with m=19456,t=2,p=1 or stronger, bcrypt with cost 10 or more, or PBKDF2-SHA256 with 600,000 iterations. Rehash at the next login. bcrypt and Argon2 hashes carry their own cost: those made before it is raised still verify.',
    limits:
      'SHA-1 prefixes for breach look-ups, hashes of tokens, and digests that are handed on to a password hash are fine. Costs that come from configuration are not known.',
  },
  sources: [
    {
      title: 'OWASP Password Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    },
  ],
  messages: {
    fast: '{algorithm} is too fast for passwords; use Argon2id with m=19456,t=2,p=1 or stronger.',
    argon2: "Argon2 with m={memory},t={time} is weaker than OWASP's minimum (m=19456,t=2,p=1).",
    variant: '{variant} is not meant for passwords; use Argon2id.',
    bcrypt: 'bcrypt with cost {cost} is too fast for passwords; use 10 or more.',
    pbkdf2: 'PBKDF2 with {iterations} iterations is too fast for passwords; use {minimum} or more.',
    scrypt: 'scrypt with N={cost} is too fast for passwords; use N=16384 or more.',
  },
  words: [
    'hash',
    'Hash',
    'digest',
    'md5',
    'MD5',
    'sha',
    'SHA',
    'pbkdf2',
    'bcrypt',
    'argon2',
    'scrypt',
    'Argon2',
    'Scrypt',
  ],
  check(context, report) {
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const site of context.ops.sites(owner)) {
        const { op } = site;
        if (op.kind !== 'digest' && op.kind !== 'hash') continue;
        const call = op.call.node;
        if (op.call.file !== context.file) {
          // The helper is weak for whatever it hashes; that it gets a password is only known here.
          const isKnownThere =
            op.kind === 'digest' &&
            !!op.input &&
            holdsPassword(context, { node: op.input.node, file: op.input.file }, 0);
          if (
            op.kind === 'digest' &&
            !isKnownThere &&
            !reported.has(site.at) &&
            isPasswordInput(context, op) &&
            !isExempt(context, op) &&
            !isToldWithin(context, site.at, call)
          ) {
            reported.add(site.at);
            report({
              at: site.at,
              message: 'fast',
              data: { algorithm: nameOf(op) },
              related: [context.related(op.call, 'It is hashed here.')],
            });
          }
          continue;
        }
        if (reported.has(call)) continue;
        const weak = op.kind === 'digest' ? weakDigest(context, op) : weakHash(context, op);
        if (!weak) continue;
        reported.add(call);
        report({ at: weak.at ?? call, message: weak.message, data: weak.data, state: weak.cost });
      }
    }
    for (const call of context.file.calls) {
      const weak = ts.isNewExpression(call)
        ? weakHasher(context, call)
        : ts.isCallExpression(call)
          ? weakDerivation(context, call)
          : undefined;
      if (weak) report({ at: weak.at ?? call, message: weak.message, data: weak.data, state: weak.cost });
    }
  },
  fixes: (cost, context) => strongerCostFix(cost, context),
});

/** Whether a function that is called here hands the password on by itself: it is reported there. */
function isToldWithin(context: FileContext, at: CallLike, digest: CallLike): boolean {
  return context.values
    .targets(context.ref(at))
    .some(({ node, file }) =>
      context.ops
        .sites({ node, file })
        .some(
          ({ op, at: inner }) =>
            op.kind === 'digest' && op.call.node === digest && inner !== digest && isPasswordInput(context, op),
        ),
    );
}

interface Weak {
  readonly message: string;
  readonly data: Record<string, string | number>;
  readonly at?: ts.Node;
  /** Where the cost can be raised without harm to stored hashes. */
  readonly cost?: WeakCost;
}

function nameOf(op: DigestOp): string {
  return op.algorithm ?? 'This hash';
}

function weakDigest(context: FileContext, op: DigestOp): Weak | undefined {
  if (!isPasswordInput(context, op) || isExempt(context, op) || isOfFormerTimes(context, op)) return undefined;
  return { message: 'fast', data: { algorithm: nameOf(op) } };
}

/** The digest is of a password, as it is or with a salt around it. */
function isPasswordInput(context: FileContext, op: DigestOp): boolean {
  return !!op.input && holdsPassword(context, op.input, 0);
}

function holdsPassword(context: FileContext, ref: Ref, depth: number): boolean {
  if (depth > 4) return false;
  const inner = unwrap(ref.node);
  if (context.roles.isPassword({ ...ref, node: inner })) return true;
  for (const value of context.values.roots({ ...ref, node: inner })) {
    const { node } = value.ref;
    const at = (part: ts.Node): Ref => ({ ...value.ref, node: part });
    if (value.path.length) continue;
    if (
      ts.isTemplateExpression(node) &&
      node.templateSpans.some((span) => holdsPassword(context, at(span.expression), depth + 1))
    )
      return true;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      if (holdsPassword(context, at(node.left), depth + 1) || holdsPassword(context, at(node.right), depth + 1))
        return true;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = calleeName(node) ?? '';
      if (/^(?:encode|from|concat|TextEncoder|Uint8Array|String|toString|normalize|utf8ToBytes|trim)$/.test(name)) {
        const member = memberOf(unwrap(node.expression));
        const parts = [
          ...(node.arguments ?? []),
          ...(member && /^(?:toString|normalize|trim|concat)$/.test(name) ? [member.object] : []),
        ];
        if (parts.some((part) => holdsPassword(context, at(part), depth + 1))) return true;
      } else if (ts.isCallExpression(node)) {
        // An own helper that turns text into bytes.
        for (const target of context.values.targets({ ...value.ref, node })) {
          if (context.values.returned(target).some((part) => holdsPassword(context, part, depth + 1))) return true;
        }
      }
    }
    if (
      ts.isArrayLiteralExpression(node) &&
      node.elements.some((element) => holdsPassword(context, at(element), depth + 1))
    )
      return true;
  }
  // A helper's own parameter: by what its name, or that of the helper, says it is given.
  return (
    ts.isIdentifier(inner) &&
    context.values.roots({ ...ref, node: inner }).some(({ ref: { node }, path }) => {
      if (!ts.isParameter(node) || path.length) return false;
      const fn = node.parent;
      return (
        isPasswordName(inner.text) ||
        (isFunctionNode(fn) && fn.parameters[0] === node && takesPassword(nameOfFunction(fn)?.text ?? ''))
      );
    })
  );
}

/** `encodePassword(plain)`, and not `hashPasswordResetToken(value)`. */
function takesPassword(name: string): boolean {
  return /pass(?:word|wd|phrase)$/i.test(name) && !/token|reset|(?<!en)code|verif|compar|check|match|valid/i.test(name);
}

/** Breach look-ups by prefix, and digests that go on into a password hash. */
function isExempt(context: FileContext, op: DigestOp): boolean {
  const { file } = op.call;
  let owner: ts.Node | undefined = op.call.node;
  while (owner && !ts.isFunctionLike(owner) && !ts.isSourceFile(owner)) owner = owner.parent as ts.Node | undefined;
  if (!owner) return false;
  const text = owner.getText(file.sourceFile);
  if (
    /sha-?1/i.test(op.algorithm ?? '') &&
    (/pwned|hibp|breach/i.test(file.text) || /\.(?:slice|substring|substr)\(\s*0\s*,\s*5\s*\)/.test(text))
  )
    return true;
  let current: ts.Node = op.call.node;
  while (current.parent && !ts.isStatement(current.parent) && !ts.isVariableDeclaration(current.parent))
    current = current.parent;
  const feeds = (argument: Ref | undefined): boolean => {
    if (!argument) return false;
    let found = false;
    walk(argument.node, (node) => {
      if (node === op.call.node) found = true;
      return !found;
    });
    return found || context.values.roots(argument).some((value) => contains(value.ref.node, op.call.node));
  };
  for (const node of file.calls) {
    for (const other of context.ops.of({ node, file })) {
      if ((other.kind === 'hash' || other.kind === 'verify') && feeds(other.password)) return true;
    }
  }
  return false;
}

/**
 * A digest by which people may still sign in who have not done so since passwords are hashed properly: the same password is
 * checked with a password hash beside it, or hashed again with one.
 */
function isOfFormerTimes(context: FileContext, { call, input }: DigestOp): boolean {
  const fn = functionAround(call);
  if (!fn || !input) return false;
  if (isHashedBeside(context, fn, [input.node])) return true;
  const callers = context.roles.callersOf(fn);
  return (
    callers.length > 0 &&
    callers.every((caller) => {
      const around = functionAround(caller);
      return !!around && isHashedBeside(context, around, argumentsOf(caller.node));
    })
  );
}

function functionAround({ node, file }: Ref): FunctionRef | undefined {
  const fn = enclosingFunction(node);
  return fn && { node: fn, file };
}

/** Whether a function hashes or verifies, as passwords are, what some of its expressions are made of. */
function isHashedBeside(context: FileContext, fn: FunctionRef, parts: readonly ts.Node[]): boolean {
  const hashed = context.ops
    .sites(fn)
    .flatMap(({ op }) => ((op.kind === 'hash' || op.kind === 'verify') && op.password ? [op.password] : []))
    .flatMap((password) => context.values.roots(password));
  const isHashed = (node: ts.Node): boolean =>
    context.values
      .roots({ node, file: fn.file })
      .some((value) => hashed.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')));
  let found = false;
  for (const part of hashed.length ? parts : [])
    walk(part, (node) => {
      if (!found && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))) found = isHashed(node);
      return !found;
    });
  return found;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  let current: ts.Node | undefined = inner;
  while (current) {
    if (current === outer) return true;
    current = current.parent as ts.Node | undefined;
  }
  return false;
}

/** `new Argon2id({ memorySize, iterations })`: the parameters are judged where they are given. */
function weakHasher(context: FileContext, call: ts.NewExpression): Weak | undefined {
  const [options] = call.arguments ?? [];
  if (!options) return undefined;
  const made = context.values
    .roots(context.ref(call.expression))
    .some((value) => value.external?.module === 'oslo/password' && value.external.name === 'Argon2id');
  if (!made) return undefined;
  const memory = numberOf(context, context.ref(options), ['memorySize']) ?? 19456;
  const time = numberOf(context, context.ref(options), ['iterations']) ?? 2;
  if (isStrongArgon2(memory, time)) return undefined;
  const cost = { kind: 'argon2' as const, options: context.ref(options), memory, time };
  return { message: 'argon2', data: { memory, time }, at: options, cost };
}

/** PBKDF2 of the Web Crypto API. */
function weakDerivation(context: FileContext, call: ts.CallExpression): Weak | undefined {
  if (!/^derive(?:Bits|Key)$/.test(calleeName(call) ?? '') || !call.arguments[0]) return undefined;
  // A key that nobody can take out is stored nowhere: it encrypts.
  if (calleeName(call) === 'deriveKey' && call.arguments[3]?.kind === ts.SyntaxKind.FalseKeyword) return undefined;
  const algorithm = context.ref(call.arguments[0]);
  const text = (name: string): string | undefined =>
    context.values
      .roots(algorithm, [name])
      .map((value) => stringValue(value.ref.node))
      .find((found) => found !== undefined);
  if (!/^pbkdf2$/i.test(text('name') ?? '')) return undefined;
  const iterations = numberOf(context, algorithm, ['iterations']);
  const minimum = PBKDF2_ITERATIONS[(text('hash') ?? 'SHA-256').toLowerCase().replace('-', '')] ?? 600_000;
  if (iterations === undefined || iterations >= minimum || !/passw|pwd|passphrase/i.test(context.file.text))
    return undefined;
  return { message: 'pbkdf2', data: { iterations, minimum } };
}

function weakHash(context: FileContext, op: PasswordOp): Weak | undefined {
  const isKeyDerivation = op.scheme === 'pbkdf2' || op.scheme === 'scrypt';
  if (
    op.password &&
    !(isKeyDerivation ? holdsPassword(context, op.password, 0) : isLikelyPassword(context, op.password))
  )
    return undefined;
  if (
    op.library === 'Bun' &&
    op.options &&
    context.values.roots(op.options, ['algorithm']).some((value) => stringValue(value.ref.node) === 'bcrypt')
  ) {
    const cost = numberOf(context, op.options, ['cost']) ?? 10;
    return cost < 10
      ? { message: 'bcrypt', data: { cost }, at: op.options.node, cost: { kind: 'bcrypt', options: op.options, cost } }
      : undefined;
  }
  if (op.scheme === 'argon2') return weakArgon2(context, op);
  if (op.scheme === 'bcrypt') {
    const cost = bcryptCost(context, op);
    return cost !== undefined && cost < 10
      ? {
          message: 'bcrypt',
          data: { cost },
          ...(op.options && op.options.file === context.file ? { at: op.options.node } : {}),
          ...(op.options ? { cost: { kind: 'bcrypt', options: op.options, cost } } : {}),
        }
      : undefined;
  }
  // The object that Web Crypto is given is looked at where it stands.
  if (op.scheme === 'pbkdf2' && op.library !== 'webcrypto') {
    const node = op.call.node;
    const args = ts.isCallExpression(node) ? node.arguments : [];
    const iterations =
      args[2] &&
      (numberOf(context, { ...op.call, node: args[2] }) ?? numberOf(context, { ...op.call, node: args[2] }, ['c']));
    const digest = args[4] ? textsOf(context, { ...op.call, node: args[4] }) : ['sha1'];
    // A digest that is not known may be the one that takes the fewest.
    const minimum = Math.min(...digest.map((name) => PBKDF2_ITERATIONS[name] ?? PBKDF2_ITERATIONS.sha512!));
    if (iterations === undefined || iterations >= minimum) return undefined;
    return { message: 'pbkdf2', data: { iterations, minimum } };
  }
  if (op.scheme === 'scrypt' && op.library === 'crypto' && op.options) {
    const cost = numberOf(context, op.options, ['N']) ?? numberOf(context, op.options, ['cost']);
    return cost !== undefined && cost < 16384 ? { message: 'scrypt', data: { cost } } : undefined;
  }
  return undefined;
}

/** What a digest may be called here; one empty text when that is not known. */
function textsOf(context: FileContext, ref: Ref): readonly string[] {
  const found = context.values
    .deepRoots(ref)
    .map((value) => (value.path.length ? '' : (stringValue(value.ref.node) ?? '')));
  return found.length ? found.map((name) => name.toLowerCase().replace('-', '')) : [''];
}

/** API keys and codes are hashed with the same functions; what is called a password, or comes as one, counts. */
function isLikelyPassword(context: FileContext, ref: Ref): boolean {
  const name = context.roles.inputName(ref);
  return name === undefined || isPasswordName(name) || !/token|code|key|otp|id$/i.test(name);
}

function weakArgon2(context: FileContext, op: PasswordOp): Weak | undefined {
  const variant = variantOf(context, op);
  if (variant)
    return {
      message: 'variant',
      data: { variant: variant.name },
      ...(variant.at ? { at: variant.at, cost: { kind: 'variant', at: variant.at } } : {}),
    };
  // An instance's parameters are judged where it is made.
  const set = op.options || op.library !== 'oslo/password' ? argon2Parameters(context, op) : undefined;
  if (!set) return undefined;
  return isStrongArgon2(set.memory, set.time)
    ? undefined
    : {
        message: 'argon2',
        data: { memory: set.memory, time: set.time },
        ...(op.options && op.options.file === context.file ? { at: op.options.node } : {}),
        ...(op.options ? { cost: { kind: 'argon2', options: op.options, memory: set.memory, time: set.time } } : {}),
      };
}

function isStrongArgon2(memory: number, time: number): boolean {
  return ARGON2_ROWS.some((row) => memory >= row[0] && time >= row[1]);
}

/** argon2i or argon2d, by option or by function name. */
function variantOf(context: FileContext, op: PasswordOp): { name: string; at?: ts.Node } | undefined {
  const name = calleeName(op.call.node) ?? '';
  if (/^argon2[id]$/.test(name)) return { name };
  if (!op.options) return undefined;
  for (const value of context.values.deepRoots(op.options)) {
    const object = value.ref.node;
    if (!ts.isObjectLiteralExpression(object) || value.path.length) continue;
    const chosen = propertyOf(object, 'type') ?? propertyOf(object, 'algorithm');
    if (!chosen) continue;
    const text = textOf(chosen);
    const number = ts.isNumericLiteral(unwrap(chosen)) ? Number(text) : undefined;
    // @node-rs/argon2: Algorithm { Argon2d = 0, Argon2i = 1, Argon2id = 2 }; argon2: argon2d = 0, argon2i = 1, argon2id = 2.
    if (/argon2d$/i.test(text) || number === 0)
      return { name: 'Argon2d', ...(value.ref.file === context.file ? { at: chosen } : {}) };
    if (/argon2i$/i.test(text) || number === 1)
      return { name: 'Argon2i', ...(value.ref.file === context.file ? { at: chosen } : {}) };
  }
  return undefined;
}
