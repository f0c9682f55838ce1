import type { FileContext } from '../../../core/context';
import { isEquality } from '../../../core/conditions';
import { addImport, importedAs, inFile, replaceNode, specifierTo } from '../../../core/edit';
import type { DatabaseOp } from '../../../core/database';
import { exportNamesOf } from '../../../core/model';
import type { Owner } from '../../../core/ops';
import { isHashName, isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isAsync,
  memberOf,
  propertyName,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { memoizedWithCallers } from '../../../core/values';
import type { Env, FunctionRef, Ref } from '../../../core/values';
import { projectHashes } from '../../_shared/parameters';
import { isAccountName, readBehind } from '../../_shared/rows';
import { tableOf } from '../../_shared/schema';
import { boundValues, sqlColumns, whereColumns } from '../../_shared/sql';

interface State {
  /** The plain password as it is stored. */
  readonly value: ts.Node;
  readonly shorthand: string | undefined;
}

export default defineRule<State>({
  id: 'no-plaintext-password',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 256,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A password from a request is stored as it is, or compared with what is stored.',
    why: "Whoever reads the database once, through a backup, an injection or a colleague's laptop, has every password in clear, and with it the accounts of these people elsewhere.",
    how: 'Store a hash made with Argon2id (or another password hash), and compare with its verify().',
    limits: 'Hashing in the database, in an ORM hook or in a package that the rule does not know cannot be seen.',
  },
  sources: [
    {
      title: 'OWASP Password Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    },
    {
      title: 'OWASP ASVS 5.0, 11.4.2',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x20-V11-Cryptography.md',
    },
  ],
  messages: {
    stored: '`{what}` is stored as it came in; hash it first.',
    spread: '`{what}` brings the plain password into `{table}`; hash it and name the columns.',
    compared: '`{what}` compares plain passwords; store a hash and use verify().',
  },
  words: [
    'pass',
    'Pass',
    'PASS',
    'pwd',
    'Pwd',
    'secret',
    'credential',
    'body',
    'Body',
    'values',
    'INSERT',
    'insert',
    'create',
    'data',
  ],
  check(context, report) {
    const reported = new Set<ts.Node>();
    const add = (at: ts.Node, spread: boolean, op: DatabaseOp): void => {
      if (reported.has(at)) return;
      reported.add(at);
      const holder = at.parent as ts.Node | undefined;
      report({
        at,
        message: spread ? 'spread' : 'stored',
        data: { what: textOf(at).replace(/\s+/g, ' ').slice(0, 40), table: op.tableName ?? 'the table' },
        related: op.call.file === context.file ? [] : [context.related(op.call, 'It is stored here.')],
        ...(spread
          ? {}
          : {
              state: {
                value: at,
                shorthand: holder && ts.isShorthandPropertyAssignment(holder) ? textOf(holder.name) : undefined,
              },
            }),
      });
    };
    const compare = (at: ts.Node): void => {
      if (reported.has(at)) return;
      reported.add(at);
      report({ at, message: 'compared', data: { what: textOf(at).replace(/\s+/g, ' ').slice(0, 60) } });
    };
    for (const owner of context.roles.owners(context.file)) {
      for (const site of context.ops.sites(owner)) {
        const { op } = site;
        if (op.kind === 'database' && site.direct && mentionsPassword(op))
          for (const given of [op, ...boundByCallers(context, owner, op)])
            for (const ref of lookedUpPlain(context, given)) compare(ref.node);
        if (op.kind !== 'database' || op.verb === 'read' || op.verb === 'delete' || hashesOnSave(context, op)) continue;
        for (const hit of storedPlain(context, op)) {
          if (hit.ref.file === context.file && enclosing(hit.ref.node, owner.node)) add(hit.ref.node, hit.spread, op);
          else if (!site.direct && (!context.project.indexed() || isHashParameter(context, hit.ref))) {
            const argument = argumentWithPassword(context, { ...owner, node: site.at });
            if (argument) add(argument, hit.spread, op);
          }
        }
        if (!site.direct) continue;
        for (const bound of boundByCallers(context, owner, op)) {
          for (const hit of storedPlain(context, bound)) {
            if (
              hit.ref.file === context.file &&
              enclosing(hit.ref.node, owner.node) &&
              !isHashParameter(context, hit.ref)
            )
              add(hit.ref.node, hit.spread, op);
          }
        }
      }
    }
    for (const binary of context.file.binaries) {
      if (!isEquality(binary.operatorToken.kind)) continue;
      const [left, right] = [context.ref(binary.left), context.ref(binary.right)];
      for (const [typed, stored] of [
        [left, right],
        [right, left],
      ] as const) {
        if (!isPlainPassword(context, typed) || !isStoredPassword(context, stored)) continue;
        compare(binary);
        break;
      }
    }
  },
  fixes: ({ value, shorthand }, context) => {
    const fn = enclosingFunction(value);
    if (!fn || !isAsync(fn)) return [];
    return [
      {
        title: 'Hash the password before it is stored',
        kind: 'suggested',
        edits: () => hashEdits(context, value, shorthand),
      },
    ];
  },
});

/** Mongoose: `schema.pre('save', …)` that hashes, on the schema of the model that is written. */
function hashesOnSave(context: FileContext, op: DatabaseOp): boolean {
  if (!op.table) return false;
  return context.values.roots(op.table).some((value) => {
    const made = ts.isNewExpression(value.ref.node)
      ? context.values.roots({ ...value.ref, node: value.ref.node.expression })
      : [value];
    return made.some(({ ref: model, path }) => {
      if (path.length || !ts.isCallExpression(model.node) || calleeName(model.node) !== 'model') return false;
      const given = model.node.arguments[1];
      const schemas = given ? context.values.roots({ ...model, node: given }) : [];
      return schemas.some(({ ref: schema }) =>
        schema.file.calls.some((call) => {
          if (!ts.isCallExpression(call) || calleeName(call) !== 'pre') return false;
          const member = memberOf(unwrap(call.expression));
          const hook = call.arguments[call.arguments.length - 1];
          const isOfSchema =
            member &&
            context.values
              .roots({ node: member.object, file: schema.file })
              .some(({ ref }) => ref.node === schema.node);
          return (
            !!isOfSchema &&
            !!hook &&
            context.values
              .functions({ node: hook, file: schema.file })
              .some((fn) => context.ops.sites(fn).some((site) => site.op.kind === 'hash'))
          );
        }),
      );
    });
  });
}

/** A helper's parameter that asks for a hash: then whoever hands it a password is at fault. */
function isHashParameter(context: FileContext, ref: Ref): boolean {
  return context.values.roots({ node: ref.node, file: ref.file }).some((value) => {
    const name =
      value.path[value.path.length - 1] ?? (ts.isParameter(value.ref.node) ? value.ref.node.name.getText() : '');
    return isHashName(name) || /hash|stored|digest|encoded|phc/i.test(name);
  });
}

/** Callers in the project; none for entry points, whose callers are clients. */
function callersOf(context: FileContext, fn: FunctionRef): readonly Ref<CallLike>[] {
  if (!context.project.indexed() || context.roles.entryOf(fn)) return [];
  return memoizedWithCallers(fn.file, fn.node, 'passwordCallers', () => context.roles.callersOf(fn).slice(0, 10));
}

/** Through how many functions it is followed what a helper is given: a handler, a controller and a service before the model. */
const MAX_CALLERS_UP = 3;
const MAX_BINDINGS = 20;

/** An operation of a helper as each of its callers has it done: what it is given is known by what they hand over. */
function boundByCallers(context: FileContext, owner: Owner, op: DatabaseOp): readonly DatabaseOp[] {
  const { node } = owner;
  if (ts.isSourceFile(node)) return [];
  return bindings(context, { ...owner, node }, 1).map((env): DatabaseOp => {
    const bind = (ref: Ref): Ref => ({ ...ref, env });
    return { ...op, data: op.data.map(bind), filter: op.filter.map(bind) };
  });
}

/** What a function's parameters stand for in its calls, those of the calling functions included. */
function bindings(context: FileContext, fn: FunctionRef, level: number): readonly Env[] {
  if (!fn.node.parameters.length) return [];
  return memoizedWithCallers(fn.file, fn.node, `passwordBindings${level}`, () =>
    callersOf(context, fn)
      .flatMap((call): readonly Env[] => {
        const args = argumentsOf(call.node).map((argument): Ref => ({ ...call, node: argument }));
        const around = level < MAX_CALLERS_UP ? enclosingFunction(call.node) : undefined;
        const outer = around ? bindings(context, { node: around, file: call.file }, level + 1) : [];
        return [
          { fn: fn.node, args, depth: 1 },
          ...outer.map((env) => ({
            fn: fn.node,
            args: args.map((argument) => ({ ...argument, env })),
            depth: env.depth + 1,
          })),
        ];
      })
      .slice(0, MAX_BINDINGS),
  );
}

function mentionsPassword({ sql, filter }: DatabaseOp): boolean {
  const isNamed = (text: string): boolean => /pass|pwd|pw|senha|contrasena/i.test(text);
  return sql === undefined ? filter.some(({ node }) => isNamed(textOf(node))) : filter.length > 0 && isNamed(sql);
}

/** Where a query looks for rows with the password as it came in: the row holds it in clear. */
function lookedUpPlain(context: FileContext, op: DatabaseOp): readonly Ref[] {
  const found: Ref[] = [];
  if (isOfAnotherSystem(context, op)) return found;
  const isColumn = (name: string | undefined): boolean =>
    name !== undefined && (isPasswordName(name) || isHashName(name));
  if (op.sql !== undefined) {
    const columns = whereColumns(op.sql);
    boundValues(context, { ...op, data: op.filter }).forEach((value, index) => {
      if (isColumn(columns.get(index)) && isPlainPassword(context, value)) found.push(value);
    });
    return found;
  }
  op.filter.forEach((filter, index) => {
    // .where('password', '=', given), .eq('password', given)
    if (isColumn(stringValue(filter.node))) {
      const value = op.filter.slice(index + 1).find(({ node }) => stringValue(node) === undefined);
      if (value && isPlainPassword(context, value)) found.push(value);
      return;
    }
    walk(filter.node, (node) => {
      if (ts.isCallExpression(node) && calleeName(node) === 'eq') {
        const [column, value] = node.arguments;
        const name = column && memberOf(unwrap(column))?.name;
        if (value && isColumn(name) && isPlainPassword(context, { ...filter, node: value }))
          found.push({ ...filter, node });
        return false;
      }
      if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return true;
      const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
      if (isColumn(propertyName(node.name)) && isPlainPassword(context, { ...filter, node: value }))
        found.push({ ...filter, node });
      return true;
    });
  });
  return found.filter(({ file }) => file === context.file);
}

function enclosing(node: ts.Node, owner: ts.Node): boolean {
  let current: ts.Node | undefined = node;
  while (current && current !== owner) current = current.parent as ts.Node | undefined;
  return current === owner;
}

interface Hit {
  readonly ref: Ref;
  readonly spread: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** The parts of what is written that are a plain password from a request. */
function storedPlain(context: FileContext, op: DatabaseOp): readonly Hit[] {
  const found: Hit[] = [];
  if (isOfAnotherSystem(context, op)) return found;
  const columns = op.sql === undefined ? undefined : sqlColumns(op.sql);
  boundValues(context, op).forEach((data, index) => {
    const inner = unwrap(data.node);
    if (op.sql !== undefined) {
      // Bound values: the position tells the column when the statement names them.
      const column = columns?.[index];
      if (column !== undefined && !isPasswordName(column) && !isHashName(column)) return;
      if (isPlainPassword(context, data)) found.push({ ref: { ...data, node: inner }, spread: false });
      return;
    }
    visit(data, 0, NONE);
  });
  return found;

  /** @param replaced the keys of which an outer object has values of its own */
  function visit(ref: Ref, depth: number, replaced: ReadonlySet<string>): void {
    if (depth > 4) return;
    const node = unwrap(ref.node);
    if (ts.isArrayLiteralExpression(node)) {
      for (const element of node.elements) visit({ ...ref, node: element }, depth + 1, NONE);
      return;
    }
    if (ts.isObjectLiteralExpression(node)) {
      const overrides = new Set([
        ...replaced,
        ...node.properties.flatMap((property) =>
          ts.isSpreadAssignment(property) ? [] : (propertyName(property.name) ?? []),
        ),
      ]);
      const { parent } = wrapped(node);
      const isReplacedLater = ts.isVariableDeclaration(parent) && isRewritten({ ...ref, node: parent.name });
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) {
          const spread: Ref = { ...ref, node: property.expression };
          if (isReplacedLater) continue;
          const isReplaced = [...overrides].some(isPasswordName);
          if (!isReplaced && carriesPassword(context, spread) && !isDropped(context, op))
            found.push({ ref: spread, spread: true });
          if (isRewritten(spread)) continue;
          for (const value of context.values.roots(spread))
            if (!value.path.length && ts.isObjectLiteralExpression(value.ref.node))
              visit(value.ref, depth + 1, overrides);
          continue;
        }
        const value = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        const name = propertyName(property.name);
        if (!value || name === undefined || replaced.has(name)) continue;
        const part: Ref = { ...ref, node: value };
        if (ts.isObjectLiteralExpression(unwrap(value))) visit(part, depth + 1, NONE);
        else if (
          (isPasswordName(name) || isHashName(name) || /secret|credential/i.test(name)) &&
          isPlainPassword(context, part)
        )
          found.push({ ref: part, spread: false });
      }
      return;
    }
    if (ts.isCallExpression(node) && calleeName(node) === 'assign') {
      // Object.assign(target, …): what comes later wins, and all of it is written.
      for (const argument of node.arguments) visit({ ...ref, node: argument }, depth + 1, replaced);
      return;
    }
    // A whole body, or an object made elsewhere.
    for (const value of context.values.roots({ ...ref, node })) {
      const made = value.ref.node;
      if (made !== node && !value.path.length && ts.isCallExpression(made) && calleeName(made) === 'assign')
        visit(value.ref, depth + 1, replaced);
      if (value.ref.node !== node && ts.isObjectLiteralExpression(value.ref.node) && !value.path.length)
        visit(value.ref, depth + 1, replaced);
    }
    if (![...replaced].some(isPasswordName) && carriesPassword(context, { ...ref, node }) && !isDropped(context, op))
      found.push({ ref: { ...ref, node }, spread: true });
  }
}

/** A table without a column for a password: what is spread into it leaves the password behind. */
function isDropped(context: FileContext, op: DatabaseOp): boolean {
  const columns = columnsOf(context, op);
  return columns.length > 0 && !columns.some(isPasswordName);
}

/** Where a machine is reached. The picture or the page of a person has an address too. */
const MACHINE =
  /^(?:smtp|imap|registry|ssh|ftp)|(?:^|_)(?:host(?:_?name)?|port|server|endpoint)$|[a-z](?:Host(?:[nN]ame)?|Port|Server|Endpoint)$/;

/** A table that says which machine is reached, and is of no people: its password is what the server itself logs in with there. */
function isOfAnotherSystem(context: FileContext, op: DatabaseOp): boolean {
  const columns = columnsOf(context, op);
  const isOfPeople = isAccountName(op.tableName ?? '') || columns.some((name) => /^e_?mail(?:_?address)?$/i.test(name));
  return !isOfPeople && columns.some((name) => MACHINE.test(name));
}

function columnsOf(context: FileContext, op: DatabaseOp): readonly string[] {
  const table = op.table && tableOf(context, op.table);
  return table ? [...table.columns.keys()] : [];
}

/** A request body of which a password is known to be part. */
function carriesPassword(context: FileContext, ref: Ref): boolean {
  return !isRewritten(ref) && context.roles.secret(ref) === 'form with the password';
}

/** `values.password = await hash(…)`: the field was replaced in place. */
function isRewritten(ref: Ref): boolean {
  const inner = unwrap(ref.node);
  const uses = ts.isIdentifier(inner) ? (ref.file.bindings.get(inner)?.uses ?? []) : [];
  return uses.some((use) => {
    const member = memberOf(use.parent);
    const assignment = use.parent.parent as ts.Node | undefined;
    return (
      member?.object === use &&
      isPasswordName(member.name) &&
      !!assignment &&
      ts.isBinaryExpression(assignment) &&
      assignment.left === use.parent &&
      assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken
    );
  });
}

/** The password as it came in: from the request, or a helper's parameter of that name, and not through a hash. */
function isPlainPassword(context: FileContext, ref: Ref): boolean {
  const inner = unwrap(ref.node);
  const encoded = encodedValue(context, { ...ref, node: inner });
  if (encoded) return isPlainPassword(context, encoded);
  if (
    ts.isCallExpression(inner) &&
    !/^(?:trim|toString|String|normalize|get|toLowerCase)$/.test(calleeName(inner) ?? '')
  ) {
    // Own helpers may hash; packages' functions may as well.
    if (!context.roles.isPassword({ ...ref, node: inner }) || context.values.targets({ ...ref, node: inner }).length)
      return false;
  }
  if (!context.roles.isPassword({ ...ref, node: inner })) return false;
  for (const value of context.values.deepRoots({ ...ref, node: inner })) {
    const { node } = value.ref;
    if (!ts.isCallExpression(node)) continue;
    if (
      context.ops
        .of({ ...value.ref, node })
        .some((op) => op.kind === 'hash' || op.kind === 'digest' || op.kind === 'database')
    )
      return false;
  }
  // A parameter of a function that nobody calls with request data says nothing by its name alone.
  return context.roles.isRequestInput({ ...ref, node: inner });
}

/** What base64, hex and the like were made of: an encoding is no hash. */
function encodedValue(context: FileContext, ref: Ref): Ref | undefined {
  for (const value of context.values.deepRoots(ref)) {
    const { node } = value.ref;
    if (value.path.length || !ts.isCallExpression(node)) continue;
    const name = calleeName(node) ?? '';
    const member = memberOf(unwrap(node.expression));
    if (
      name === 'toString' &&
      member &&
      ts.isCallExpression(unwrap(member.object)) &&
      calleeName(unwrap(member.object) as ts.CallExpression) === 'from'
    ) {
      const [source] = (unwrap(member.object) as ts.CallExpression).arguments;
      if (source) return { ...value.ref, node: source };
    }
    if (
      /^(?:btoa|encodeBase64|encodeHex|encodeURIComponent|encodeHexLowerCase|encodeBase64url)$/.test(name) &&
      node.arguments[0]
    ) {
      const source = unwrap(node.arguments[0]);
      // encodeHex(new TextEncoder().encode(password))
      if (ts.isCallExpression(source) && calleeName(source) === 'encode' && source.arguments[0])
        return { ...value.ref, node: source.arguments[0] };
      return { ...value.ref, node: source };
    }
  }
  return undefined;
}

/** The password column of a row. */
function isStoredPassword(context: FileContext, ref: Ref): boolean {
  const member = memberOf(unwrap(ref.node));
  if (!member && !ts.isIdentifier(unwrap(ref.node))) return false;
  return context.values.deepRoots(ref).some((value) => {
    const last = value.path[value.path.length - 1];
    if (last === undefined || !(isPasswordName(last) || isHashName(last))) return false;
    return !!readBehind(context, { ...value, path: [] });
  });
}

/** The argument of a helper's call that is, or holds, a plain password. */
function argumentWithPassword(context: FileContext, call: Ref): ts.Node | undefined {
  const node = call.node as ts.CallExpression;
  for (const argument of node.arguments ?? []) {
    const ref: Ref = { ...call, node: argument };
    if (isPlainPassword(context, ref)) return argument;
    const inner = unwrap(argument);
    if (ts.isObjectLiteralExpression(inner)) {
      for (const property of inner.properties) {
        const value = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        if (value && isPlainPassword(context, { ...call, node: value })) return value;
      }
    }
    if (carriesPassword(context, ref)) return argument;
  }
  return undefined;
}

/** Wraps the value in the project's own hash helper, or in the hash() of the library that the project uses. */
function hashEdits(
  context: FileContext,
  value: ts.Node,
  shorthand: string | undefined,
): ReturnType<typeof inFile> | undefined {
  const { file } = context;
  const put = (call: string): ReturnType<typeof replaceNode> =>
    replaceNode(value, shorthand === undefined ? call : `${shorthand}: ${call}`);
  const plain = textOf(value);
  for (const op of projectHashes(context)) {
    const fn = enclosingFunction(op.call.node);
    const [parameter] = fn?.parameters ?? [];
    if (!fn || !parameter || fn.parameters.length !== 1 || !op.password) continue;
    const isHelper = context.values.roots(op.password).some((root) => root.ref.node === parameter && !root.path.length);
    const name = exportNamesOf(op.call.file, fn).find((candidate) => candidate !== 'default');
    if (!isHelper || name === undefined) continue;
    if (op.call.file.path === file.path) return inFile(file, put(`await ${name}(${plain})`));
    const specifier = specifierTo(context, op.call.file.path);
    return inFile(
      file,
      addImport(file, specifier, name),
      put(`await ${importedAs(file, specifier, name) ?? name}(${plain})`),
    );
  }
  const info = context.project.packageOf(context.path);
  if (info?.dependencies.has('@node-rs/argon2') || !info?.dependencies.has('oslo')) {
    const module = '@node-rs/argon2';
    return inFile(
      file,
      addImport(file, module, 'hash'),
      put(`await ${importedAs(file, module, 'hash') ?? 'hash'}(${plain})`),
    );
  }
  return inFile(
    file,
    addImport(file, 'oslo/password', 'Argon2id'),
    put(`await new ${importedAs(file, 'oslo/password', 'Argon2id') ?? 'Argon2id'}().hash(${plain})`),
  );
}
