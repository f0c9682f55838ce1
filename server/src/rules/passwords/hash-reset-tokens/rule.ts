import { literalText } from '../../../core/cookies';
import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { bindingOf } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyName,
  propertyOf,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { isUnseen, typeOf } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { numberOf } from '../../_shared/parameters';
import { outputsOf, pieces } from '../../_shared/rows';
import { tableOf } from '../../_shared/schema';
import { boundValues, sqlColumns } from '../../_shared/sql';

const TABLE =
  /reset|verif|magic|invit|recover|forgot|activat|e?mail_?(?:change|confirm)|api_?(?:key|token)|access_?token|bot_?token|one_?time|password_?token|confirm\w*?_?(?:token|link)|(?:log|sign)_?in_?link/i;
/** What else a row may say that its token is for. */
const PURPOSE = /regist|sign_?up|link\b/i;
const RANDOM =
  /^(?:generateIdFromEntropySize|generateId|generateRandomString|randomBytes|randomUUID|nanoid|createId|cuid|uuidv?4?|v4|ulid|generateToken)$/;

export default defineRule({
  id: 'hash-reset-tokens',
  family: 'passwords',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 640,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A generated reset, verification or API token is stored as it is.',
    why: 'Such a token is as good as the password for as long as it lives. Whoever reads the table can take over every account that has one.',
    how: 'Store the SHA-256 of the token and look it up by that; let it expire and delete it on use.',
    limits: 'Short one-time codes that expire are left alone: hashing does not help them.',
  },
  sources: [
    {
      title: 'Lucia v3: password reset',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/email-and-password/password-reset.md',
    },
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
  ],
  messages: {
    stored: 'This token is stored as it is; store only its SHA-256, let it expire and delete it on use.',
  },
  words: [
    'token',
    'Token',
    'TOKEN',
    'key',
    'Key',
    'link',
    'Link',
    'secret',
    'Secret',
    'random',
    'nanoid',
    'uuid',
    'ulid',
    'cuid',
    'createId',
    'generateId',
    'reset',
    'Reset',
  ],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    const say = (at: ts.Node, call?: Ref<CallLike>): void => {
      if (reported.has(at)) return;
      reported.add(at);
      report({ at, message: 'stored', related: call ? [context.related(call, 'It is stored here.')] : [] });
    };
    for (const owner of context.roles.owners(context.file)) {
      for (const { op } of context.ops.sites(owner)) {
        if (op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) continue;
        // What a helper elsewhere stores is reported here where its columns are named here.
        for (const column of tokenColumns(context, op))
          if (column.ref.file === context.file && isStoredAsItIs(context, column, op)) say(column.ref.node, op.call);
        if (op.table?.file === context.file && isInside(op.call.node, owner.node) && isMailedById(context, owner, op))
          say(op.table.node, op.call);
      }
    }
    for (const node of context.file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const call = context.ref(node);
      if (isTokenByDefault(context, call)) say(node);
      for (const at of keptTokens(context, call)) say(at, call);
    }
  },
});

interface Column {
  readonly name: string | undefined;
  readonly ref: Ref;
  /** The object that names the column. */
  readonly object?: Ref<ts.ObjectLiteralExpression>;
}

/** A few letters of a token, by which people know it again. */
const EXCERPT = /(?:prefix|suffix|hint|preview|last_?(?:four|4|digits))$/i;

/** Made here and handed out, or made by a caller that hands it to this function. */
function isStoredAsItIs(context: FileContext, column: Column, op: DatabaseOp): boolean {
  if (EXCERPT.test(column.name ?? '')) return false;
  if (isDigestAsToken(column.ref)) return true;
  if (isRandomToken(context, column.ref))
    return (
      isHandedOut(context, column.ref) ||
      isReadBack(context, column, op) ||
      isOnlyStored(column) ||
      isBesideItsHash(context, column, op)
    );
  return comesFromCaller(context, column, 0);
}

/** Whoever is to get a token that nothing but its row holds gets it from there. An invitation may be shown again and again. */
function isOnlyStored({ name, ref }: Column): boolean {
  if (name === undefined || !/(?:token|key|secret)$/i.test(name) || /invit|share/i.test(name)) return false;
  const inner = unwrap(ref.node);
  if (!COLUMN.test(name) && !/^(?:token|secret)$/i.test(name)) return false;
  return !ts.isIdentifier(inner) || (ref.file.bindings.get(inner)?.uses ?? []).every((use) => use === inner);
}

/** The row holds the hash of the token and, in another column, the token: what is handed out is looked up by nothing else. */
function isBesideItsHash(context: FileContext, { ref, object }: Column, op: DatabaseOp): boolean {
  const inner = unwrap(ref.node);
  const binding = ts.isIdentifier(inner) ? bindingOf(ref.file, inner) : undefined;
  if (!object || binding?.kind !== 'const') return false;
  const others = binding.uses.filter((use) => use !== inner);
  if (!others.some((use) => isSent(use) || isReturnedText(use))) return false;
  const isHashOfIt = (column: Column): boolean =>
    column.object?.node === object.node &&
    column.ref.node !== ref.node &&
    context.values.roots(column.ref).some(({ ref: { node }, path }) => {
      if (path.length || !ts.isCallExpression(node)) return false;
      const parts = others.filter((use) => isInside(use, node));
      return parts.length > 0 && parts.every((use) => isHashed(use, node) && isWhole(use, node));
    });
  return writtenColumns(context, op).some(isHashOfIt);
}

/** Nothing is added to a name on its way into a call: `encode(digest(new TextEncoder().encode(name)))`. */
function isWhole(use: ts.Node, call: ts.Node): boolean {
  let current = use;
  while (current !== call) {
    current = current.parent;
    if (!ts.isCallExpression(current) && !ts.isAwaitExpression(current) && !ts.isPropertyAccessExpression(current))
      return ts.isParenthesizedExpression(current) && isWhole(current, call);
  }
  return true;
}

/**
 * A digest of something random that nobody else gets: the digest itself is the token that is mailed, and the row holds it as
 * it is.
 */
function isDigestAsToken(column: Ref): boolean {
  const token = unwrap(column.node);
  const name = ts.isIdentifier(token) ? bindingOf(column.file, token) : undefined;
  if (!name || !name.uses.some((use) => use !== token && (isSent(use) || isReturnedText(use)))) return false;
  let digests = 0;
  let randoms = 0;
  let isShared = false;
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    walk(node, (part) => {
      if (ts.isFunctionLike(part)) return false;
      if (ts.isCallExpression(part)) {
        const callee = calleeName(part) ?? '';
        if (/^(?:sha\d+|md5|createHash|createHmac|digest)$/i.test(callee)) digests++;
        if (RANDOM.test(callee) || callee === 'getRandomValues') randoms++;
      }
      if (!ts.isIdentifier(part)) return true;
      const binding = bindingOf(column.file, part);
      const { declaration } = binding ?? {};
      if (!binding || !declaration || seen.has(declaration) || !ts.isVariableDeclaration(declaration)) return true;
      seen.add(declaration);
      if (!declaration.initializer || scopeOf(declaration) !== scopeOf(token)) return true;
      const before = randoms;
      visit(declaration.initializer);
      // The other half is handed out: this one is the hash of it.
      if (randoms > before && binding !== name && binding.uses.length > 1) isShared = true;
      return true;
    });
  };
  visit(token);
  return digests > 0 && randoms > 0 && !isShared;
}

/** `return token`, alone: what a function gives back that makes tokens. */
function isReturnedText(use: ts.Node): boolean {
  return ts.isReturnStatement(wrapped(use).parent);
}

/** `token: text('token').$defaultFn(() => nanoid(40))` in a table of such tokens: each row is stored with what is mailed. */
function isTokenByDefault(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const { node } = call;
  const [made] = node.arguments;
  const isOwnDefault = calleeName(node) === 'defaultRandom';
  if (!isOwnDefault && (!made || !/^\$default(?:Fn)?$/.test(calleeName(node) ?? ''))) return false;
  const field = outermost(node).parent;
  if (!ts.isPropertyAssignment(field) || !ts.isObjectLiteralExpression(field.parent)) return false;
  const name = propertyName(field.name) ?? '';
  const table = tableOf(context, { ...call, node: field.parent.parent });
  if (!table) return false;
  const isOfTokens = TABLE.test(table.name ?? '') || isTableOfAll(table.name, field.parent);
  const isCode = /^code$/i.test(name);
  if (!COLUMN.test(name) && !(isOfTokens && (isCode || /^(?:token|key|secret)$/i.test(name)))) return false;
  // uuid('token').defaultRandom(): the database makes it.
  if (isOwnDefault || !made) return !isCode;
  return context.values
    .functions({ ...call, node: made })
    .flatMap((fn) => context.values.returned(fn))
    .some((ref) => isRandomToken(context, ref) && (!isCode || isLong(context, ref)));
}

/** One table for all of them, whose rows say what their token is for: `purpose: text('purpose', { enum: ['reset', …] })`. */
function isTableOfAll(name: string | undefined, columns: ts.ObjectLiteralExpression): boolean {
  return (
    /tokens?$/i.test(name ?? '') &&
    columns.properties.some(
      (column) =>
        ts.isPropertyAssignment(column) &&
        /type|kind|purpose/i.test(propertyName(column.name) ?? '') &&
        TABLE.test(textOf(column.initializer)),
    )
  );
}

/** Longer than what people type: `ulid()`, `nanoid(32)`, `randomBytes(20).toString('hex')`. */
function isLong(context: FileContext, ref: Ref): boolean {
  return context.values.deepRoots(ref).some(({ ref: { node, ...rest }, path }) => {
    if (path.length || !ts.isCallExpression(node)) return false;
    const inner = calleeName(node) === 'toString' ? memberOf(unwrap(node.expression))?.object : undefined;
    const made = inner ? unwrap(inner) : node;
    if (!ts.isCallExpression(made)) return false;
    const [length] = made.arguments;
    if (!length) return LONG.test(calleeName(made) ?? '');
    return (numberOf(context, { ...rest, node: length }) ?? 0) >= 20;
  });
}

const LONG = /^(?:randomUUID|nanoid|createId|cuid|uuidv?4?|v4|ulid)$/;

function comesFromCaller(context: FileContext, column: Column, depth: number): boolean {
  if (depth > 2) return false;
  return context.values.roots(column.ref).some(({ ref, path }) => {
    const parameter = ref.node;
    if (!ts.isParameter(parameter) || !isFunctionNode(parameter.parent)) return false;
    const fn = parameter.parent;
    const index = fn.parameters.indexOf(parameter);
    return context.roles.callersOf({ node: fn, file: ref.file }).some((call) => {
      const given = partOf(context, call, argumentsOf(call.node)[index], path);
      if (!given) return false;
      const part = { name: column.name, ref: given };
      return isRandomToken(context, given)
        ? isHandedOut(context, given) || isOnlyStored(part)
        : comesFromCaller(context, part, depth + 1);
    });
  });
}

/** The expression in an argument's place, or in that of a property of the object which is given. */
function partOf(
  context: FileContext,
  call: Ref,
  argument: ts.Node | undefined,
  path: readonly string[],
): Ref | undefined {
  if (!argument) return undefined;
  const [first, ...rest] = path;
  if (first === undefined) return { ...call, node: argument };
  for (const { ref, path: left } of context.values.roots({ ...call, node: argument })) {
    if (left.length || !ts.isObjectLiteralExpression(ref.node)) continue;
    const part = propertyOf(ref.node, first);
    if (part) return partOf(context, ref, part, rest);
  }
  return undefined;
}

const COLUMN =
  /^\w*?(?:reset|recover\w*|verif\w*|magic|invit\w*|confirm\w*|activation|forgot\w*|api|access)_?(?:pass(?:word)?_?|e?mail_?|link_?)?(?:token|key|secret)$/i;

/** What stands here is typed in, or is the token of a link where it is too long for that. */
const CODE_COLUMN =
  /^(?:\w*?(?:reset|recovery|verif\w*|magic|invit\w*|confirm\w*|activation)_?(?:pass(?:word)?_?|e?mail_?)?)code$/i;

/** Where by its name the hash of a token belongs. */
const HASH_COLUMN = /^(?:hash(?:ed)?_?\w*(?:token|key|secret)|\w*(?:token|key|secret)_?hash(?:ed)?)$/i;

/** What is written into columns for such tokens: by the table that they stand in, or by what the column is called. */
function tokenColumns(context: FileContext, op: DatabaseOp): readonly Column[] {
  const columns = writtenColumns(context, op);
  const links = columns.filter(({ name, ref }) => CODE_COLUMN.test(name ?? '') && isLong(context, ref));
  if (links.length) return links;
  if (!isTokenTable(context, op, columns)) return ofAccount(columns, op);
  if (op.verb === 'insert') return ofTokenTable(columns);
  // A row that is there is given another token: `update({ where, data: { key } })`.
  const renewed = columns.filter(({ name }) => /^(?:token|key|secret)$/i.test(name ?? ''));
  return renewed.length ? renewed : ofAccount(columns, op);
}

/** Tokens are also kept in a column of the account: user.resetToken, or user.token where it is the one that is mailed. */
function ofAccount(columns: readonly Column[], op: DatabaseOp): readonly Column[] {
  const isAccount = /user|account|member|customer/i.test(op.tableName ?? '');
  return columns.filter(
    ({ name, ref }) =>
      name !== undefined &&
      (COLUMN.test(name) ||
        HASH_COLUMN.test(name) ||
        (isAccount && /^token$/i.test(name) && isMailed(unwrap(ref.node)))),
  );
}

function isTokenTable(context: FileContext, op: DatabaseOp, columns: readonly Column[]): boolean {
  const names = [op.tableName, op.table && tableOf(context, op.table)?.name].filter((name) => name !== undefined);
  if (names.some((name) => TABLE.test(name))) return true;
  // One table for all of them: each row says what its token is for.
  return (
    names.some((name) => /tokens?$/i.test(name)) &&
    columns.some(
      ({ name, ref }) =>
        /type|kind|purpose|identifier/i.test(name ?? '') &&
        [TABLE, PURPOSE].some((words) => words.test(textOf(unwrap(ref.node)))),
    )
  );
}

/** What is written into a column called token, id, key or hash of such a table. */
function ofTokenTable(columns: readonly Column[]): readonly Column[] {
  // With a code that people type, the id alone opens nothing.
  const hasCode = columns.some(({ name }) => /^(?:code|otp)$/i.test(name ?? ''));
  const found = columns.filter(
    ({ name }) =>
      name === undefined ||
      (/token|^_?id$|key|secret|link|^value$/i.test(name) &&
        !/user|expires|type/i.test(name) &&
        !(isId(name) && hasCode)),
  );
  const hasToken = found.some(({ name, ref }) =>
    /token|key|secret/i.test(ts.isIdentifier(ref.node) ? ref.node.text : `${name ?? ''} ${ref.node.getText()}`),
  );
  // The id is the token where the table has no other column for it.
  return hasToken
    ? found.filter(({ name, ref }) => !isId(name) || /token|key|secret/i.test(ref.node.getText()))
    : found;
}

function isId(name: string | undefined): boolean {
  return name !== undefined && /^_?id$/i.test(name);
}

/** The columns that an operation writes, with those of objects that are spread into it. */
function writtenColumns(context: FileContext, op: DatabaseOp): readonly Column[] {
  const found: Column[] = [];
  const visit = (ref: Ref, depth: number): void => {
    if (depth > 4) return;
    for (const { ref: made, path } of context.values.deepRoots(ref)) {
      if (path.length) continue;
      if (ts.isArrayLiteralExpression(made.node))
        for (const element of made.node.elements) visit({ ...made, node: element }, depth + 1);
      if (!ts.isObjectLiteralExpression(made.node)) continue;
      const object = made as Ref<ts.ObjectLiteralExpression>;
      for (const property of object.node.properties) {
        if (ts.isSpreadAssignment(property)) {
          visit({ ...made, node: property.expression }, depth + 1);
          continue;
        }
        const name = propertyName(property.name);
        const part = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        if (!part || name === undefined) continue;
        if (name === '$set' || name === '$setOnInsert') visit({ ...made, node: part }, depth + 1);
        else found.push({ name, ref: { ...made, node: part }, object });
      }
    }
  };
  if (op.sql === undefined) {
    for (const data of op.data) visit(data, 0);
    return found;
  }
  const names = sqlColumns(op.sql);
  boundValues(context, op).forEach((ref, index) => {
    // Values that are bound by name stand in an object.
    const before = found.length;
    if (ts.isObjectLiteralExpression(unwrap(ref.node))) visit(ref, 0);
    if (found.length === before) found.push({ name: names?.[index], ref });
  });
  return found;
}

/** Made by a generator, at the length of a token. */
function isRandomToken(context: FileContext, ref: Ref, depth = 0): boolean {
  return (
    depth < 6 &&
    context.values
      .roots(ref)
      // A part of what an own function gives: `const { token, expiresAt } = issue()`.
      .flatMap((value) => (value.path.length ? context.values.deepRoots(value.ref, value.path) : [value]))
      .some((value) => isRandomValue(context, value, depth))
  );
}

function isRandomValue(context: FileContext, value: Value, depth: number): boolean {
  const { node } = value.ref;
  if (value.path.length) return false;
  const isRandom = (part: ts.Node): boolean => isRandomToken(context, { ...value.ref, node: part }, depth + 1);
  // A prefix says whose token it is: `pat_${randomBytes(24).toString('hex')}`.
  if (ts.isTemplateExpression(node))
    return (
      node.templateSpans.some((span) => isRandom(span.expression)) && (node.templateSpans.length < 2 || !encrypts(node))
    );
  if (ts.isBinaryExpression(node))
    return (
      node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      (isRandom(node.left) || isRandom(node.right)) &&
      !encrypts(node)
    );
  if (ts.isNewExpression(node)) return isPromiseOfBytes(node);
  if (!ts.isCallExpression(node)) return false;
  const name = calleeName(node) ?? '';
  const call = value.ref as Ref<ts.CallExpression>;
  const member = memberOf(unwrap(node.expression));
  const [first, second] = node.arguments;
  if (/^(?:slice|substring|substr)$/.test(name)) {
    const end = second && numberOf(context, { ...call, node: second });
    return !!member && (end === undefined || end >= 12) && isRandom(member.object);
  }
  if (/^(?:toString|replace|replaceAll|join|toUpperCase|toLowerCase)$/.test(name))
    return !!member && isRandom(member.object);
  if (name === 'String' && first) return isRandom(first);
  if (!RANDOM.test(name) && !isGenerator(context, call)) return isRandomText(context, call, depth);
  const own = name === 'generateToken' ? context.values.targets(call) : [];
  if (own.length && !own.some((fn) => /random|nanoid|uuid|generateId/i.test(fn.node.getText()))) return false;
  const length = first ? numberOf(context, { ...call, node: first }) : undefined;
  // generateRandomString(8, alphabet('0-9')): a code that people type.
  if (name === 'generateRandomString') return (length ?? 0) >= 12;
  return length === undefined || length >= 8;
}

/** `new Promise((resolve) => randomBytes(32, (error, bytes) => resolve(bytes)))` */
function isPromiseOfBytes(node: ts.NewExpression): boolean {
  const [executor] = node.arguments ?? [];
  if (calleeName(node) !== 'Promise' || !executor) return false;
  let found = false;
  walk(executor, (part) => {
    if (ts.isCallExpression(part) && /^(?:randomBytes|randomFill)$/.test(calleeName(part) ?? '')) found = true;
    return !found;
  });
  return found;
}

/** Code that encrypts: what is random there is the nonce, and nobody is let in by the text that comes with it. */
function encrypts(node: ts.Node): boolean {
  const around = scopeOf(node);
  if (!around) return false;
  let found = false;
  walk(around, (part) => {
    if (ts.isCallExpression(part) && /^(?:createCipheriv|encrypt|secretbox|seal)$/.test(calleeName(part) ?? ''))
      found = true;
    return !found;
  });
  return found;
}

/** Packages that only make random text, and `promisify(randomBytes)`. */
function isGenerator(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  return context.values.callees(call).some(({ external, ref: { node } }) => {
    if (external)
      return /^(?:uid|uid-safe|crypto-random-string|secure-random-string|randomstring|rand-token)(?:\/|$)/.test(
        external.module,
      );
    const [made] = ts.isCallExpression(node) && calleeName(node) === 'promisify' ? node.arguments : [];
    return !!made && /\brandomBytes$/.test(textOf(made));
  });
}

/** An encoding of random bytes, or an own function that returns one. */
function isRandomText(context: FileContext, call: Ref<ts.CallExpression>, depth: number): boolean {
  const [bytes] = call.node.arguments;
  if (
    bytes &&
    /^(?:encode\w*|base32|base64\w*|hex|toHex|from|map)$/.test(calleeName(call.node) ?? '') &&
    context.values.roots({ ...call, node: bytes }).some((value) => {
      const made = value.ref.node;
      if (value.path.length) return false;
      return ts.isNewExpression(made)
        ? calleeName(made) === 'Uint8Array'
        : ts.isCallExpression(made) && /^(?:getRandomValues|randomBytes)$/.test(calleeName(made) ?? '');
    })
  )
    return true;
  return context.values
    .deepRoots(call)
    .some((value) => value.ref.node !== call.node && depth < 5 && isRandomValue(context, value, depth + 1));
}

/** The variable is used beyond the database: somebody gets the token. */
function isHandedOut(context: FileContext, ref: Ref): boolean {
  const inner = unwrap(ref.node);
  if (!ts.isIdentifier(inner)) return false;
  const uses = ref.file.bindings.get(inner)?.uses ?? [];
  const used = uses.filter((use) => use !== inner);
  return used.some((use) => !isOfDatabase(context, { ...ref, node: use })) && !used.some((use) => isHashed(use));
}

/** Whether a value is only stored or asked for: in the data or the condition of a query, as it is. */
function isOfDatabase(context: FileContext, use: Ref): boolean {
  let child: ts.Node = use.node;
  for (let { parent } = child; parent && !ts.isStatement(parent) && !isFunctionNode(parent); { parent } = parent) {
    if (ts.isTemplateExpression(parent)) return false;
    const isGiven = ts.isCallExpression(parent) && parent.expression !== child;
    const call = { ...use, node: parent } as Ref<ts.CallExpression>;
    if (isGiven && context.values.callees(call).some(({ external }) => external?.module === 'drizzle-orm')) return true;
    if (isGiven && context.ops.of(call).some(({ kind }) => kind === 'database')) return true;
    child = parent;
  }
  return false;
}

function isHashed(use: ts.Node, within?: ts.Node): boolean {
  let current: ts.Node = use;
  while (current !== within && current.parent && !ts.isStatement(current.parent)) {
    current = current.parent;
    if (ts.isCallExpression(current) && /sha256|createHash|digest|hash/i.test(calleeName(current) ?? '')) return true;
  }
  return false;
}

/** A variable that a mail, or a link, is made of. */
function isMailed(node: ts.Node): boolean {
  return ts.isIdentifier(node) && usesOf(node).some((use) => use !== node && isSent(use));
}

function usesOf(name: ts.Identifier): readonly ts.Identifier[] {
  const file = name.getSourceFile();
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(scopeOf(name) ?? file);
  return found;
}

function scopeOf(node: ts.Node): ts.Node | undefined {
  let current = node.parent as ts.Node | undefined;
  while (current && !isFunctionNode(current)) current = current.parent as ts.Node | undefined;
  return current;
}

function isSent(use: ts.Node): boolean {
  let current: ts.Node = use;
  while (current.parent && !ts.isStatement(current.parent)) {
    current = current.parent;
    if (ts.isCallExpression(current) && /mail|send|notify/i.test(textOf(current.expression))) return true;
    if (ts.isTemplateExpression(current) && /\//.test(current.getText())) return true;
  }
  return false;
}

/** Read back from the row that was made, or from the object that it was made of: `const row = await create(…); mail(row.token)`. */
function isReadBack(context: FileContext, { name, ref, object }: Column, op: DatabaseOp): boolean {
  if (name === undefined) return false;
  const inner = unwrap(ref.node);
  if (ts.isIdentifier(inner) && (ref.file.bindings.get(inner)?.uses ?? []).some((use) => use !== inner)) return false;
  const isRead = (holder: ts.BindingName): boolean => {
    if (ts.isArrayBindingPattern(holder)) {
      const [first] = holder.elements;
      return !!first && ts.isBindingElement(first) && isRead(first.name);
    }
    if (ts.isObjectBindingPattern(holder))
      return holder.elements.some((element) => propertyName(element.propertyName ?? element.name) === name);
    return usesOf(holder).some((use) => {
      const outer = wrapped(use).parent;
      const member = memberOf(outer);
      if (member?.object === use && member.name === name) return isId(name) ? isSent(use) : !isHashed(use);
      return !isId(name) && ts.isReturnStatement(outer);
    });
  };
  const declared = (node: ts.Node): ts.Node => wrapped(node).parent;
  if (object) {
    const holder = declared(object.node);
    if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) && isRead(holder.name)) return true;
  }
  const chain = outermost(op.call.node);
  if (!givesRow(op, chain, name)) return false;
  const holder = declared(chain);
  if (ts.isVariableDeclaration(holder) && isRead(holder.name)) return true;
  if (isId(name)) return false;
  if (isAnswered(context, chain)) return true;
  // What a mapper makes of the row: `return toTicket(row)`.
  const fn = enclosingFunction(op.call.node);
  const returned = fn ? context.values.returned({ node: fn, file: op.call.file }) : [];
  const isOfRow = ({ ref: { node }, path }: Value): boolean =>
    node === chain && path[path.length - 1] === name && !isHashed(node);
  if (returned.some((given) => context.values.deepRoots(given, [name]).some(isOfRow))) return true;
  return ts.isReturnStatement(holder) || ts.isArrowFunction(holder) || memberOf(holder)?.name === name;
}

/** Whether the row that a query hands back is a part of an answer as a whole: `json({ key: row })`. */
function isAnswered(context: FileContext, chain: ts.Node): boolean {
  const isRow = ({ ref: { node }, path }: Value): boolean =>
    node === chain && path.every((step) => /^(?:\d+|\[\])$/.test(step));
  return outputsOf(context).some((output) =>
    pieces(context, output.ref).some(({ ref }) => context.values.roots(ref).some(isRow)),
  );
}

/** Tables of which a row lets somebody in: what is only verified, a person or a document, has pages under its id. */
const OWN_ID_TABLE =
  /reset|magic|recover|forgot|activation|(?:mail|account)_?(?:verif|confirm)|(?:verif|confirm)\w*?_?(?:token|link|mail)/i;

/** A row without a token of its own, whose id goes into the link: the id is the token. */
function isMailedById(context: FileContext, owner: Ref, op: DatabaseOp): boolean {
  const table = op.table && tableOf(context, op.table)?.name;
  if (op.verb !== 'insert' || ![op.tableName, table].some((name) => OWN_ID_TABLE.test(name ?? ''))) return false;
  const columns = writtenColumns(context, op);
  const hasToken = ({ name }: Column): boolean =>
    name === undefined || isId(name) || /token|key|secret|hash|code|otp|pin$|value/i.test(name);
  if (!columns.length || columns.some(hasToken)) return false;
  const chain = outermost(op.call.node);
  const ids = ['id', ...returnedIds(chain)];
  const isIdOfRow = (node: ts.Node): boolean =>
    context.values
      .roots({ ...owner, node })
      .some(({ ref, path }) => unwrap(ref.node) === chain && ids.includes(path[path.length - 1] ?? ''));
  let found = false;
  walk(owner.node, (node) => {
    // `${origin}/reset/${row.id}`, `/reset?token=${row.id}`
    if (!found && ts.isTemplateExpression(node))
      found = node.templateSpans.some(({ expression }, index) => {
        const before = index ? node.templateSpans[index - 1]!.literal.text : node.head.text;
        return /[/=]$/.test(before) && isIdOfRow(expression);
      });
    return !found;
  });
  return found;
}

/** The names under which a query hands back the id of its row: `.returning({ ticket: resets.id })`. */
function returnedIds(chain: ts.Node): readonly string[] {
  const [picked] = ts.isCallExpression(chain) && calleeName(chain) === 'returning' ? chain.arguments : [];
  const object = picked && unwrap(picked);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && isId(memberOf(unwrap(property.initializer))?.name)
      ? (propertyName(property.name) ?? [])
      : [],
  );
}

/** The whole chain that a call begins. */
function outermost(call: ts.Node): ts.Node {
  let outer = call;
  while (
    (ts.isPropertyAccessExpression(outer.parent) && ts.isCallExpression(outer.parent.parent)) ||
    (ts.isCallExpression(outer.parent) && outer.parent.expression === outer)
  )
    outer = outer.parent;
  return outer;
}

/** Prisma gives the row that it made or changed, the query builders do when they are asked for it. */
function givesRow(op: DatabaseOp, chain: ts.Node, column: string): boolean {
  const { node } = op.call;
  const [options] = ts.isCallExpression(node) ? node.arguments : [];
  if (/^(?:create|update)$/.test(calleeName(node) ?? '') && options && ts.isObjectLiteralExpression(unwrap(options))) {
    const select = propertyOf(unwrap(options) as ts.ObjectLiteralExpression, 'select');
    return !select || (ts.isObjectLiteralExpression(select) && propertyOf(select, column) !== undefined);
  }
  return /\.returning(?:All)?\(/.test(chain.getText());
}

const STORES = /^(?:ioredis|redis|@redis\/client|@upstash\/redis|@vercel\/kv|keyv)$/;

/** Tokens in the key or the value of an entry of Redis or another key-value store: `reset:${token}`. */
function keptTokens(context: FileContext, call: Ref<ts.CallExpression>): readonly ts.Node[] {
  const { node } = call;
  const name = calleeName(node) ?? '';
  const member = memberOf(unwrap(node.expression));
  if (!member || !/^(?:set|setex|psetex|setnx|setItem|put)$/i.test(name)) return [];
  const [key, ...values] = node.arguments;
  if (!key || !values.length) return [];
  const at = (part: ts.Node): Ref => ({ ...call, node: part });
  const keys = context.values.deepRoots(at(key)).filter(({ path }) => !path.length);
  const text = keys.map(({ ref }) => `${literalText(ref, context.values)} ${textOf(ref.node)}`).join(' ');
  const kept = TABLE.test(text) && !/oauth|pkce|verifier|state\b|session|csrf/i.test(text);
  if (!kept || !isStore(context, at(member.object), name)) return [];
  const isToken = (ref: Ref): boolean => {
    const given = asGiven(ref);
    return isRandomToken(context, given) && isHandedOut(context, given);
  };
  const inKey = keys.some(({ ref }) => {
    if (ts.isTemplateExpression(ref.node))
      return ref.node.templateSpans.some((span) => isToken({ ...ref, node: span.expression }));
    return (
      ts.isBinaryExpression(ref.node) && [ref.node.left, ref.node.right].some((part) => isToken({ ...ref, node: part }))
    );
  });
  const value = values.find(
    (part) => isToken(at(part)) || comesFromCaller(context, { name: undefined, ref: at(part) }, 0),
  );
  return inKey ? [key] : value ? [value] : [];
}

/** What a helper's parameter stands for in the call that is looked at. */
function asGiven(ref: Ref): Ref {
  const inner = unwrap(ref.node);
  const declaration = ts.isIdentifier(inner) ? ref.file.bindings.get(inner)?.declaration : undefined;
  const index = declaration && ts.isParameter(declaration) && ref.env ? ref.env.fn.parameters.indexOf(declaration) : -1;
  return ref.env?.args[index] ?? ref;
}

function isStore(context: FileContext, ref: Ref, method: string): boolean {
  let node = unwrap(ref.node);
  // createClient().on('error', …): the calls of a chain give the client.
  for (let member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined; member;) {
    node = unwrap(member.object);
    member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
  }
  return context.values.deepRoots({ ...ref, node }).some((value) => {
    if (value.external)
      return STORES.test(value.external.module) || (isUnseen(value) && /redis|\bkv\b/i.test(value.external.module));
    // Bindings of Cloudflare: env.TOKENS.put(key, value).
    if (method === 'put' && value.path.includes('env')) return true;
    const made = value.ref.node;
    if (/^(?:\w+\.)?(?:Redis\w*|KVNamespace|Keyv)\b/.test(typeOf(made)?.getText() ?? '')) return true;
    if (value.path.length || !(ts.isCallExpression(made) || ts.isNewExpression(made))) return false;
    if (calleeName(made) === 'useStorage') return true;
    const chain = ts.isCallExpression(made) ? memberOf(unwrap(made.expression))?.object : undefined;
    return [made.expression, ...(chain ? [chain] : [])].some((part) => {
      if (ts.isCallExpression(unwrap(part))) return isStore(context, { ...value.ref, node: part }, method);
      return context.values
        .deepRoots({ ...value.ref, node: part })
        .some(({ external }) => external !== undefined && STORES.test(external.module));
    });
  });
}
