import { isEquality } from '../../../core/conditions';
import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { inFile } from '../../../core/edit';
import { bindingOf } from '../../../core/model';
import type { LogOp, Owner, Site } from '../../../core/ops';
import { isHashName } from '../../../core/roles';
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
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { secretAttributes, secretOfUserRow } from '../../_shared/attributes';
import { isRefusedSecret } from '../../_shared/refused';
import { isOutsideProduction } from '../../_shared/cookie-flags';
import { isKnownMissing, isKnownNull } from '../../_shared/session';
import { isListedId, relatedIds } from '../../_shared/session-rows';
import {
  givenColumn,
  isPasswordColumn,
  pieces,
  readBehind,
  rowsBehind,
  secretColumn,
  stepsFromRow,
  tableColumns,
} from '../../_shared/rows';

interface State {
  readonly call: ts.CallExpression;
  /** The argument that holds the secret. */
  readonly argument: ts.Node;
}

export default defineRule<State>({
  id: 'no-session-id-logging',
  family: 'leaks',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 532,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'A session id, cookie, password, token, OAuth code or reset link is written to a log.',
    why: 'Logs are copied, shipped and kept, and many people and services can read them. Whoever finds a session id in one is that user until the session ends.',
    how: 'Log the user id or a hash of the value, or nothing.',
    limits:
      'Hashes, lengths, booleans and ids of users are fine. Loggers that redact by configuration are not known to the rule; silence the line with a reason there.',
  },
  sources: [
    {
      title: 'OWASP Logging Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude',
    },
    {
      title: 'OWASP ASVS 5.0, 16.2.5',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x25-V16-Security-Logging-and-Error-Handling.md',
    },
  ],
  messages: {
    secret: '`{what}` writes the {kind} to the log; whoever reads the log can use it.',
    browser: "`{what}` writes the {kind} to the browser's console, which monitoring scripts record.",
  },
  words: [
    'log',
    'Log',
    'info',
    'debug',
    'warn',
    'error',
    'trace',
    'print',
    'ession',
    'assword',
    'ookie',
    'token',
    'Token',
  ],
  check(context, report) {
    // What tests and scripts print is read by who runs them.
    if (context.frameworks.isAuxiliary(context.path)) return;
    const inBrowser = context.file.directive === 'use client';
    const reported = new Set<ts.Node>();
    const say = (part: Ref, kind: string, state?: State): void => {
      // Of what the browser knows anyway, only passwords are not for its console.
      if (inBrowser && !PASSWORDS.test(kind)) return;
      reported.add(part.node);
      report({
        at: part.node,
        message: inBrowser ? 'browser' : 'secret',
        ...(inBrowser ? { severity: 'warning' as const } : {}),
        data: { what: textOf(part.node).replace(/\s+/g, ' ').slice(0, 40), kind },
        ...(state ? { state } : {}),
      });
    };
    for (const owner of context.roles.owners(context.file)) {
      const sites = context.ops.sites(owner);
      const used = sites.some(({ op }) => op.kind === 'log') ? usedAs(context, sites) : [];
      for (const part of loggedFields(context, owner)) {
        const kind = reported.has(part.node) ? undefined : kindOf(context, owner, part, []);
        if (kind && !isUserOf(part)) say(part, kind);
      }
      for (const site of sites) {
        if (site.op.kind !== 'log' || !ts.isCallExpression(site.at)) continue;
        // A callback's own lines are looked at with the callback.
        if (site.direct && site.op.call.node !== site.at) continue;
        // What a developer's own machine prints, as a link instead of a mail, is in nobody's logs.
        if (isOutsideProduction(context, site.op.call) || isOutsideProduction(context, context.ref(site.at))) continue;
        for (const argument of argumentsOf(site.at)) {
          if (isFunctionNode(unwrap(argument))) continue;
          for (const part of context.roles.parts({ ...owner, node: argument })) {
            if (reported.has(part.node)) continue;
            const kind = site.direct
              ? (kindOf(context, owner, part, used) ?? handedKind(context, part))
              : isLogged(context, part, site.op)
                ? kindOf(context, owner, part, used)
                : undefined;
            if (!kind || isUserOf(part) || isRefusedSecret(context, part)) continue;
            // What a visitor without a session has is null.
            const isNone = kind === 'session' ? isKnownMissing(context, part) : isKnownNull(context, part);
            if (isNone && !isMadeHere(context, part)) continue;
            say(part, kind, { call: site.at, argument });
          }
        }
      }
    }
  },
  fixes: ({ call, argument }, context) => [
    {
      title: 'Do not log it',
      kind: 'safe',
      edits: () => dropArgument(context, call, argument),
    },
  ],
});

const PASSWORDS = /^(?:password|form with the password)$/;

/** A session that is created where there was none: `session ??= await lucia.createSession(…)`. */
function isMadeHere(context: FileContext, part: Ref): boolean {
  return context.values
    .roots(part)
    .some(
      ({ ref, path }) =>
        path.length < 2 &&
        ts.isCallExpression(ref.node) &&
        context.ops
          .of(ref as Ref<CallLike>)
          .some((op) => op.kind === 'lucia' && op.method === 'createSession' && isInside(part.node, ownerOf(ref).node)),
    );
}

/** A value that is known for what it is by what is done with it, whatever it is called. */
interface Used {
  readonly kind: string;
  readonly values: readonly Value[];
}

function usedAs(context: FileContext, sites: readonly Site[]): readonly Used[] {
  return sites.flatMap(({ op }) => {
    const used = (kind: string, ref: Ref | undefined): Used[] =>
      ref ? [{ kind, values: context.values.roots(ref) }] : [];
    if (op.kind === 'hash' || op.kind === 'verify') return used('password', op.password);
    // What is validated may have any name, as a parameter of a cache in front of Lucia has.
    if (op.kind === 'lucia' && op.method === 'validateSession' && !op.own)
      return used('session id', { ...op.call, node: argumentsOf(op.call.node)[0] ?? op.call.node });
    if (op.kind === 'exchange') return [...used('OAuth code', op.code), ...used('code verifier', op.verifier)];
    if (op.kind !== 'authorize') return [];
    const [state, verifier] = op.call.node.arguments.map((node): Ref => ({ ...op.call, node }));
    const isText = verifier && !/^[[{]/.test(unwrap(verifier.node).getText());
    return [...used('OAuth state', state), ...used('code verifier', isText ? verifier : undefined)];
  });
}

function kindOf(context: FileContext, owner: Owner, part: Ref, used: readonly Used[], depth = 0): string | undefined {
  const secret = context.roles.secret(part);
  const isText = isMadeText(part);
  const kind =
    (secret !== undefined && isText && OBJECT_KINDS.has(secret) ? undefined : secret) ??
    tokenKind(context, part) ??
    callbackKind(context, part) ??
    (isText ? undefined : (wholeKind(context, part) ?? answerKind(context, part) ?? requestKind(context, part))) ??
    sessionsKind(context, part, isText) ??
    keyKind(context, part) ??
    authorizationKind(context, part) ??
    usedKind(context, part, used) ??
    storedKind(context, part) ??
    signedKind(context, part) ??
    userKind(context, part, isText) ??
    (isText ? undefined : contextKind(context, part)) ??
    (isLookedUpToken(context, owner, part) || isStoredToken(context, owner, part) ? 'one-time token' : undefined) ??
    typedKind(context, owner, part);
  if (kind || depth > 3) return kind;
  // A text that was put together before: `const line = ...`, `const link = encodeURIComponent(token)`.
  for (const value of context.values.roots(part).flatMap((root) => [root, ...madeTexts(context, root)])) {
    if (value.path.length || !isPutTogether(value.ref.node)) continue;
    for (const piece of textParts(context, value.ref)) {
      const found = kindOf(context, owner, piece, used, depth + 1);
      if (found && !/^OAuth (?:state|code)$/.test(found) && !isUserOf(piece)) return found;
    }
  }
  return undefined;
}

/** Of these a text has nothing in it but `[object Object]`. */
const OBJECT_KINDS: ReadonlySet<string> = new Set(['session', 'request headers', 'form with the password']);

/** Whether a value is made a part of a text as it is: `'user: ' + row`, `${row}`. */
function isMadeText({ node }: Ref): boolean {
  for (let inner = wrapped(node); ; inner = wrapped(inner.parent)) {
    const { parent } = inner;
    if (ts.isTemplateSpan(parent)) return true;
    if (ts.isConditionalExpression(parent)) continue;
    if (!ts.isBinaryExpression(parent)) return false;
    if (parent.operatorToken.kind === ts.SyntaxKind.PlusToken) return true;
  }
}

/** What a helper puts together for the lines of a log: `log.info(describe(event))`, `log.info({ status, ...describe(event) })`. */
function loggedFields(context: FileContext, owner: Owner): readonly Ref[] {
  const { node, file } = owner;
  if (ts.isSourceFile(node)) return [];
  const fields = context.values
    .returned({ node, file })
    .filter((returned) => ts.isObjectLiteralExpression(unwrap(returned.node)) && returned.file === file)
    .flatMap((returned) => context.roles.parts(returned))
    .filter((part) => /session|cookie|header|passw|auth|token/i.test(part.node.getText()));
  if (!fields.some((part) => kindOf(context, owner, part, []) && !isUserOf(part))) return [];
  return context.roles.callersOf({ node, file }).some((call) => isWrittenToLog(context, call)) ? fields : [];
}

function ownerOf({ node, file }: Ref): Owner {
  return { file, node: enclosingFunction(node) ?? file.sourceFile } as Owner;
}

/** Whether a call stands in the arguments of a log, as it is. */
function isWrittenToLog(context: FileContext, call: Ref): boolean {
  if (isOutsideProduction(context, call) || kindOf(context, ownerOf(call), call, [])) return false;
  for (
    let around = call.node.parent as ts.Node | undefined;
    around && !ts.isStatement(around);
    around = around.parent
  ) {
    if (isFunctionNode(around)) return false;
    const log = { ...call, node: around as ts.CallExpression };
    if (!ts.isCallExpression(around) || !context.ops.of(log).some((op) => op.kind === 'log')) continue;
    return (
      !isOutsideProduction(context, log) &&
      around.arguments.some((argument) =>
        context.roles.parts({ ...call, node: argument }).some((part) => part.node === unwrap(call.node)),
      )
    );
  }
  return false;
}

/** A user whose attributes hold a secret, or that secret. */
function userKind(context: FileContext, part: Ref, isText: boolean): string | undefined {
  const { values, roles } = context;
  const member = memberOf(unwrap(part.node));
  const isUser = roles.sessionPart(part) === 'user';
  if (!isUser && !(member && roles.sessionPart({ ...part, node: member.object }) === 'user')) return undefined;
  const secret = secretAttributes(context).find(({ key }) => key !== undefined && (isUser || key === member?.name));
  const { column } = secret ?? {};
  // Users of another instance have other attributes.
  if (column === undefined || roles.projectInstances(context.path).length > 1) return undefined;
  if (isUser)
    return isText || isTrimmed(part) || values.roots(part).some(isRest) ? undefined : `user with the \`${column}\``;
  return isHashName(column) ? 'password hash' : `\`${column}\` of the user`;
}

function isRest({ path }: Value): boolean {
  return path.includes('...');
}

/** All that hooks keep for the request, the session with it: `event.locals`, `res.locals`, `c.var`. */
function contextKind(context: FileContext, part: Ref): string | undefined {
  for (const { ref, path, external } of context.values.roots(part)) {
    if (!external && isWholeEvent(context, { ref, path })) {
      const kept = keptInContext(context, 'locals');
      if (kept) return `event with the ${kept}`;
    }
    const holder = path[path.length - 1];
    if (external || (holder !== 'locals' && holder !== 'var' && holder !== 'context')) continue;
    if (path.length > 2 || (path.length === 2 && path[0] !== 'event' && path[0] !== 'context' && path[0] !== 'res'))
      continue;
    if (!isRequestHolder(context, ref, holder)) continue;
    const kept = keptInContext(context, holder);
    if (kept) return kept;
  }
  return undefined;
}

/** The event of SvelteKit, which has `locals` in it: of a handler, or what hooks are given with an error. */
function isWholeEvent(context: FileContext, { ref: { node, file }, path }: Value): boolean {
  if (!ts.isParameter(node) || node.dotDotDotToken || !context.frameworks.has(file.path, 'sveltekit')) return false;
  const fn = node.parent;
  if (!isFunctionNode(fn) || fn.parameters[0] !== node) return false;
  if (path.length) return path.length === 1 && path[0] === 'event' && /\bhooks\.server\b/.test(file.path);
  const entry = context.roles.entryOf({ node: fn, file });
  return entry?.framework === 'sveltekit' && entry.kind !== 'middleware' && entry.fn.node === fn;
}

/** What frameworks hand around with a request; other things have a `context` as well. */
function isRequestHolder(context: FileContext, { node, file }: Ref, holder: string): boolean {
  if (!ts.isParameter(node)) return holder === 'locals' && ts.isIdentifier(node) && node.text === 'Astro';
  const name = ts.isIdentifier(node.name) ? node.name.text : '';
  if (holder === 'locals' || (holder === 'context' ? /^(?:event|evt)$/ : /^(?:c|ctx|context)$/).test(name)) return true;
  return isFunctionNode(node.parent) && !!context.roles.entryOf({ node: node.parent, file });
}

/** The secret among what the project puts into the context of a request. */
function keptInContext(context: FileContext, holder: string): string | undefined {
  const { project, roles } = context;
  const key = `keptInContext\0${project.modules.projectRootOf(context.path)}\0${holder}`;
  if (project.projectMemo.has(key)) return project.projectMemo.get(key) as string | undefined;
  let found: string | undefined;
  for (const path of project.filesNear(context.path)) {
    if (found || !project.mentions(path, holder === 'var' ? 'set' : holder)) continue;
    const file = project.model(path);
    if (!file) continue;
    const given: ts.Node[] = [];
    for (const { left, right, operatorToken } of file.binaries) {
      if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
      // locals.session = …, locals = { session: … }
      const field = memberOf(unwrap(left));
      if (field && (field.name === holder || nameAt(field.object) === holder)) given.push(right);
    }
    for (const call of file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const [first, second] = call.arguments;
      const name = calleeName(call);
      if (!first || !second) continue;
      if (name === 'assign' && nameAt(first) === holder) given.push(...call.arguments.slice(1));
      const setter = memberOf(unwrap(call.expression));
      const isOnContext = !!setter && /^(?:c|ctx|context)$/.test(nameAt(setter.object) ?? '');
      if (name === 'set' && holder === 'var' && isOnContext && ts.isStringLiteralLike(first)) given.push(second);
    }
    for (const node of given)
      for (const part of roles.parts({ node, file })) {
        const kind = roles.secret(part);
        if (/^session/.test(kind ?? '')) found ??= 'session';
      }
  }
  project.projectMemo.set(key, found);
  return found;
}

function nameAt(node: ts.Node): string | undefined {
  const inner = unwrap(node);
  return memberOf(inner)?.name ?? (ts.isIdentifier(inner) ? inner.text : undefined);
}

function isPutTogether(node: ts.Node): boolean {
  return (
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) ||
    (ts.isCallExpression(node) && /^(?:encodeURIComponent|encodeURI|String|stringify)$/.test(calleeName(node) ?? ''))
  );
}

/** The texts that an own helper makes of what it is given: `const line = (event, subject) => `[${event}] ${subject}``. */
function madeTexts(context: FileContext, { ref, path }: Value): readonly Value[] {
  if (path.length || !ts.isCallExpression(ref.node) || TRIMS.test(calleeName(ref.node) ?? '')) return [];
  return context.values
    .targets(ref as Ref<CallLike>)
    .flatMap((target) => context.values.returned(target))
    .flatMap((returned) => context.values.roots(returned));
}

function textParts(context: FileContext, ref: Ref): readonly Ref[] {
  const { node } = ref;
  if (!ts.isCallExpression(node)) return context.roles.parts(ref);
  return node.arguments.slice(0, 1).flatMap((argument) => context.roles.parts({ ...ref, node: argument }));
}

const SECRET_PARAMETER = /(?:token|ticket|code|otp|pin|link|url|jwt|secret|verifier|password|session(?:_?id)?)$/i;

/** The parameter of a helper, by its name meant for a secret, that a value is, or the field of an object in it. */
function secretParameter(value: Value): { readonly fn: FunctionNode; readonly index: number } | undefined {
  const { node } = value.ref;
  const fn = ts.isParameter(node) ? node.parent : undefined;
  if (!ts.isParameter(node) || !fn || !isFunctionNode(fn) || value.path.length > 1) return undefined;
  const name = value.path[0] ?? (ts.isIdentifier(node.name) ? node.name.text : '');
  return SECRET_PARAMETER.test(name) ? { fn, index: fn.parameters.indexOf(node) } : undefined;
}

/** What callers hand to a helper that is made for secrets and that writes them to the log by itself: `sendCode(to, code)`. */
function handedKind(context: FileContext, part: Ref, depth = 0): string | undefined {
  for (const value of context.values.roots(part)) {
    // A text that the helper puts together of it before.
    if (depth < 2 && !value.path.length && isPutTogether(value.ref.node)) {
      for (const piece of textParts(context, value.ref)) {
        const found = handedKind(context, piece, depth + 1);
        if (found && !/^OAuth (?:state|code)$/.test(found)) return found;
      }
    }
    const parameter = secretParameter(value);
    if (!parameter) continue;
    const { file } = value.ref;
    for (const call of context.roles.callersOf({ node: parameter.fn, file })) {
      const given = argumentsOf(call.node)[parameter.index];
      const inner = given && unwrap(given);
      const [field] = value.path;
      const node =
        inner && field !== undefined && ts.isObjectLiteralExpression(inner) ? propertyOf(inner, field) : inner;
      if (!node || (field !== undefined && node === inner)) continue;
      const at = ownerOf(call);
      const kind = kindOf(context, at, { file: call.file, node }, usedAs(context, context.ops.sites(at)));
      if (kind) return kind;
    }
  }
  return undefined;
}

/** What takes secrets out by its name. */
const TRIMS = /redact|mask|saniti[sz]e|scrub|omit|pick|hash|safe|clean|strip|filter/i;

/** The parts of a log's argument, with those of texts that the logger puts together before: `write(this.format(message, data))`. */
function writtenParts(context: FileContext, argument: Ref, depth = 0): readonly Ref[] {
  return context.roles.parts(argument).flatMap((piece) => {
    const inner = context.values.roots(piece).flatMap(({ ref, path }) => {
      if (path.length || depth > 3) return [];
      if (isPutTogether(ref.node)) return textParts(context, ref);
      if (!ts.isCallExpression(ref.node) || TRIMS.test(calleeName(ref.node) ?? '')) return [];
      return context.values.targets(ref as Ref<CallLike>).flatMap((target) => context.values.returned(target));
    });
    return [piece, ...inner.flatMap((next) => writtenParts(context, next, depth + 1))];
  });
}

/** The helper writes this argument, not another one, to the log, and does not answer for it by itself. */
function isLogged(context: FileContext, part: Ref, op: Site['op'] & LogOp): boolean {
  const wanted = context.values.roots(part);
  return op.args.some((argument) =>
    writtenParts(context, argument).some(
      (piece) =>
        context.values.roots(piece).some(
          (value) =>
            wanted.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')) ||
            // The text as a whole, or a part of the text that the helper is given.
            (!value.path.length &&
              isInside(part.node, value.ref.node) &&
              context.roles.parts(value.ref).some((piece) => piece.node === part.node)),
        ) && !answersForItself(context, piece),
    ),
  );
}

/** Whether the line of a helper is reported where it stands: its parameter is made for a secret, or is used as one. */
function answersForItself(context: FileContext, { node, file }: Ref): boolean {
  const bare: Ref = { node, file };
  if (context.values.roots(bare).some(secretParameter)) return true;
  const owner = ownerOf(bare);
  return !!context.roles.secret(bare) || !!usedKind(context, bare, usedAs(context, context.ops.sites(owner)));
}

function usedKind(context: FileContext, part: Ref, used: readonly Used[]): string | undefined {
  if (!used.length || !(ts.isIdentifier(part.node) || ts.isPropertyAccessExpression(part.node))) return undefined;
  const roots = context.values.roots(part);
  return used.find(({ values }) =>
    roots.some((value) =>
      values.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')),
    ),
  )?.kind;
}

/** What is read back from a table of tokens: those of OAuth accounts, those of mails. */
function storedKind(context: FileContext, part: Ref): string | undefined {
  for (const value of context.values.deepRoots(part)) {
    if (value.path.includes('...')) continue;
    const op = rowsBehind(context, value);
    const [column, ...more] = op ? stepsFromRow(value, op) : [];
    if (!op || more.length) continue;
    if (column === undefined) {
      if (isRowOfToken(context, part, value, op)) return 'row with the one-time token';
      continue;
    }
    if (/^(?:access|refresh|id)_?token$/i.test(column)) return 'OAuth token';
    const table = op.tableName ?? '';
    if (!ONE_TIME.test(table) || SAFE_TOKENS.test(table) || /hash/i.test(column)) continue;
    if (/(?:token|code|otp|secret)$/i.test(column) && !isKeptHashed(context, op)) return 'one-time token';
  }
  return undefined;
}

/** Whether a row of one-time tokens goes to the log as a whole, with what is compared as it is with what somebody hands in. */
function isRowOfToken(context: FileContext, part: Ref, row: Value, op: DatabaseOp): boolean {
  const table = op.tableName ?? '';
  if (isMadeText(part) || isTrimmed(part) || !ONE_TIME.test(table) || SAFE_TOKENS.test(table)) return false;
  const fn = enclosingFunction(part.node);
  let isPlain = false;
  if (fn)
    walk(fn, (node) => {
      if (!isPlain && ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind))
        isPlain = [
          [node.left, node.right],
          [node.right, node.left],
        ].some(([kept, given]) => isToken(memberOf(unwrap(kept!))) && isHandedIn({ ...part, node: given! }));
      return !isPlain;
    });
  return isPlain;

  function isHandedIn(ref: Ref): boolean {
    return (
      context.roles.isRequestInput(ref) ||
      context.values.roots(ref).some((value) => ts.isParameter(value.ref.node) && !value.external)
    );
  }

  function isToken(member: ReturnType<typeof memberOf>): boolean {
    return (
      !!member &&
      /(?:token|code|otp|secret)$/i.test(member.name) &&
      context.values.deepRoots({ ...part, node: member.object }).some((value) => sameRoot(value, row))
    );
  }
}

/** Whether rows are found by a hash: then what stands in them opens nothing. */
function isKeptHashed(context: FileContext, op: DatabaseOp): boolean {
  return op.filter.some((filter) => {
    let found = false;
    walk(filter.node, (node) => {
      if (!ts.isIdentifier(node) && !ts.isCallExpression(node)) return !found;
      found ||= context.values
        .roots({ ...filter, node })
        .some(
          ({ ref }) =>
            ts.isCallExpression(ref.node) && /hash|sha\d|digest|encode(?:Hex|Base)/i.test(calleeName(ref.node) ?? ''),
        );
      return !found;
    });
    return found;
  });
}

const SIGNING: Readonly<Record<string, string>> = {
  jsonwebtoken: 'sign',
  'hono/jwt': 'sign',
  'oslo/jwt': 'createJWT',
  '@tsndr/cloudflare-worker-jwt': 'sign',
  'jwt-simple': 'encode',
};

/** What a JWT library signs: whoever has it is let in. */
function signedKind(context: FileContext, part: Ref): string | undefined {
  const isSigned = context.values.deepRoots(part).some((value) => {
    const { node } = value.ref;
    if (value.path.length || !ts.isCallExpression(node)) return false;
    const name = calleeName(node) ?? '';
    for (const { external, path } of context.values.callees(value.ref as Ref<ts.CallExpression>))
      if (external && SIGNING[external.module] === (path[path.length - 1] ?? external.name)) return true;
    if (name !== 'sign' && name !== 'signAsync') return false;
    let inner: ts.Node = node;
    while (ts.isCallExpression(inner)) inner = unwrap(memberOf(unwrap(inner.expression))?.object ?? inner.expression);
    if (ts.isNewExpression(inner)) return calleeName(inner) === 'SignJWT';
    // The plugins of Fastify and Elysia hand out what signs as `jwt`.
    return context.values.roots({ ...value.ref, node: inner }).some(({ path }) => path[path.length - 1] === 'jwt');
  });
  return isSigned ? 'signed token' : undefined;
}

/** What the request says, by which the function looks for a row of one-time tokens. One of which there is no row opens nothing. */
function isLookedUpToken(context: FileContext, owner: Owner, part: Ref): boolean {
  const name = context.roles.inputName(part) ?? '';
  if (!/(?:token|code|otp|secret)$/i.test(name) || /hash|status|error/i.test(name)) return false;
  const wanted = context.values.roots(part);
  if (wanted.some(({ ref: { node } }) => !ts.isParameter(node) && !context.roles.readsQuery(part))) return false;
  const none = context.conditions
    .known(part)
    .flatMap((fact) => context.roles.missing(fact) ?? [])
    .flatMap(({ missing, values }) => (missing ? values : []));
  return context.ops.sites(owner).some(({ at, op }) => {
    if (none.some(({ ref }) => ref.node === at)) return false;
    if (op.kind !== 'database') return false;
    const isOfTokens =
      ONE_TIME.test(op.tableName ?? '') || op.filter.some(({ node }) => TOKEN_COLUMN.test(textOf(node)));
    if (!isOfTokens) return false;
    if (SAFE_TOKENS.test(op.tableName ?? '') || (op.verb !== 'read' && op.verb !== 'delete')) return false;
    return op.filter.some((ref) => holds(context, ref, wanted));
  });
}

/** What somebody has typed in to show that they hold it. One that did not fit opens nothing. */
function typedKind(context: FileContext, owner: Owner, part: Ref): string | undefined {
  const inner = unwrap(part.node);
  if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return undefined;
  const kind = isComparedToken(context, owner, part)
    ? 'one-time token'
    : isTypedPassword(context, owner, part)
      ? 'one-time password'
      : undefined;
  if (kind === undefined) return undefined;
  const wanted = context.values.roots(part);
  const isIt = (ref: Ref): boolean =>
    context.values.roots(ref).some((value) => wanted.some((other) => isSame(value, other)));
  const isRefused = context.conditions.known(part).some(({ ref, truth }) => {
    const node = unwrap(ref.node);
    const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
    if (ts.isBinaryExpression(node) && equality)
      return (
        equality === (truth ? 'unequal' : 'equal') &&
        [node.left, node.right].some((side) => isIt({ ...ref, node: side }))
      );
    return (
      !truth &&
      context.values
        .roots(ref)
        .some(
          (value) =>
            ts.isCallExpression(value.ref.node) &&
            value.ref.node.arguments.some((argument) => isIt({ ...value.ref, node: argument })),
        )
    );
  });
  return isRefused ? undefined : kind;
}

/** What is compared with the column of a row of one-time tokens, here or by an own function that it is given to. */
function isComparedToken(context: FileContext, owner: Owner, part: Ref, depth = 0): boolean {
  if (!ts.isIdentifier(unwrap(part.node))) return false;
  const wanted = context.values.roots(part);
  const isIt = (node: ts.Node): boolean =>
    context.values.roots({ ...owner, node }).some((value) => wanted.some((other) => isSame(value, other)));
  const isStored = (node: ts.Node): boolean => storedKind(context, { ...owner, node }) === 'one-time token';
  return (
    owner.file.binaries.some(
      ({ left, right, operatorToken }) =>
        !!isEquality(operatorToken.kind) &&
        isInside(left, owner.node) &&
        ((isIt(right) && isStored(left)) || (isIt(left) && isStored(right))),
    ) ||
    (depth < 2 &&
      context.ops.callsIn(owner.file, owner.node).some((node) =>
        argumentsOf(node).some((argument, index) => {
          if (!ts.isIdentifier(unwrap(argument)) || !isIt(argument)) return false;
          return context.values.targets({ ...owner, node }).some((target) => {
            const name = target.node.parameters[index]?.name;
            const bare = { node: target.node, file: target.file };
            return !!name && isComparedToken(context, bare, { ...bare, node: name }, depth + 1);
          });
        }),
      ))
  );
}

const OTP_PACKAGES = /^(?:oslo\/otp|@oslojs\/otp|otplib|speakeasy|otpauth|@epic-web\/totp)$/;

/** What a package for one-time passwords is asked about: `new TOTPController().verify(typed, key)`, `totp.verify({ token, secret })`. */
function isTypedPassword(context: FileContext, owner: Owner, part: Ref): boolean {
  const wanted = context.values.roots(part);
  return context.ops.callsIn(owner.file, owner.node).some((node) => {
    if (!ts.isCallExpression(node) || !/^(?:verify|check|validate)/i.test(calleeName(node) ?? '')) return false;
    const call: Ref<CallLike> = { ...owner, node };
    const isOfOtp = ({ external }: Value): boolean => !!external && OTP_PACKAGES.test(external.module);
    const isKnown = context.values
      .callees(call)
      .some(
        (value) =>
          isOfOtp(value) ||
          (ts.isNewExpression(value.ref.node) &&
            context.values.roots({ ...value.ref, node: value.ref.node.expression }).some(isOfOtp)),
      );
    return (
      isKnown &&
      node.arguments.some((argument) =>
        context.roles
          .parts({ ...owner, node: argument })
          .some((given) => context.values.roots(given).some((value) => wanted.some((other) => isSame(value, other)))),
      )
    );
  });
}

/** Something random that the function stores in a row of one-time tokens, or a hash of it. */
function isStoredToken(context: FileContext, owner: Owner, part: Ref): boolean {
  if (!ts.isIdentifier(unwrap(part.node)) || !isRandom(context, part)) return false;
  const wanted = context.values.roots(part);
  return context.ops.sites(owner).some(({ op }) => {
    if (op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) return false;
    if (SAFE_TOKENS.test(op.tableName ?? '')) return false;
    if (op.sql !== undefined && ONE_TIME.test(op.tableName ?? ''))
      return op.data.some((data) =>
        context.values.roots(data).some((value) => wanted.some((other) => isSame(value, other))),
      );
    return op.data
      .flatMap((data) => context.values.roots(data))
      .some(({ ref: data }) => {
        let found = false;
        walk(data.node, (node) => {
          if (found || isFunctionNode(node)) return false;
          const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
          const name = isProperty ? (propertyName(node.name) ?? '') : '';
          const isOneTime = ONE_TIME.test(`${op.tableName ?? ''} ${name}`)
            ? /token|code|secret|otp|hash|key$/i.test(name)
            : BEARER_COLUMN.test(name) && !SAFE_TOKENS.test(name);
          if (isProperty && isOneTime)
            found = holds(
              context,
              { ...data, node: ts.isPropertyAssignment(node) ? node.initializer : node.name },
              wanted,
            );
          return !found;
        });
        return found;
      });
  });
}

function isSame(value: Value, other: Value): boolean {
  return sameRoot(value, other) && value.path.join('.') === other.path.join('.');
}

/** Whether one of some values is in an expression, itself or hashed. */
function holds(context: FileContext, ref: Ref, wanted: readonly Value[], depth = 0): boolean {
  let found = false;
  walk(ref.node, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return true;
    // A key names a column.
    if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return false;
    for (const value of context.values.roots({ ...ref, node })) {
      if (wanted.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.'))) found = true;
      // Rows are kept under a hash of it.
      else if (depth < 3 && ts.isCallExpression(value.ref.node) && !value.path.length)
        found ||= value.ref.node.arguments.some((argument) =>
          holds(context, { ...value.ref, node: argument }, wanted, depth + 1),
        );
    }
    return !found && !ts.isPropertyAccessExpression(node);
  });
  return found;
}

/** A column by which an account is found: `verificationToken`. */
const TOKEN_COLUMN = /\b\w*?(?:reset|verif\w*?|recovery|magic|confirm\w*?|activation)_?(?:token|code)\b/i;

/** Whoever has what stands in a column of this name gets what it stands for. */
const BEARER_COLUMN = /^(?:\w*_)?token$|Token$/;

const ONE_TIME = /reset|verif|recover|magic|invit|otp|forgot|confirm|activat/i;
const SAFE_TOKENS = /(?<!reset_?|recover\w*|verif\w*)session|push|device|csrf|api/i;

/** `session.userId`, `session.expiresAt`: properties that may be logged. */
function isUserOf(part: Ref): boolean {
  const inner = unwrap(part.node);
  return (
    ts.isPropertyAccessExpression(inner) &&
    /^(?:userId|user_id|expiresAt|fresh|email|username|name|length)$/.test(inner.name.text)
  );
}

/** What is secret in a whole row of a table, or in an object that was put together before. */
function wholeKind(context: FileContext, part: Ref): string | undefined {
  if (!ts.isIdentifier(part.node) && !ts.isPropertyAccessExpression(part.node)) return undefined;
  // `delete row.hash` before the line takes it out.
  if (isTrimmed(part)) return undefined;
  for (const value of context.values.deepRoots(part)) {
    if (value.path.includes('...')) continue;
    const op = rowsBehind(context, value);
    const column = op && !stepsFromRow(value, op).length ? secretColumn(context, op) : undefined;
    const given = op && column !== undefined ? givenColumn(context, op, column) : undefined;
    if (given === 'whole' || (given && isPasswordColumn(column!))) return 'row with the password hash';
    const token = op && !stepsFromRow(value, op).length ? providerToken(context, op) : undefined;
    if (token !== undefined && givenColumn(context, op!, token)) return `row with its \`${token}\``;
  }
  const attribute = secretOfUserRow(context, part);
  if (attribute !== undefined)
    return isHashName(attribute) ? 'row with the password hash' : `row with the \`${attribute}\``;
  for (const value of context.values.roots(part)) {
    if (value.path.length || !ts.isObjectLiteralExpression(value.ref.node)) continue;
    for (const piece of context.roles.parts(value.ref)) {
      const kind = context.roles.secret(piece);
      if (kind) return kind;
    }
  }
  return undefined;
}

/** Rows of the table of sessions, their ids, lists that are made of them, or rows of another table that they come along with. */
function sessionsKind(context: FileContext, part: Ref, isText: boolean): string | undefined {
  if (isTrimmed(part) || !/session/i.test(part.file.text)) return undefined;
  const holdsIds = (ref: Ref): boolean => isListedId(context, ref) || relatedIds(context, ref) !== undefined;
  // Of whole rows a text has nothing in it.
  const isIt = isText
    ? isListedId(context, part) && context.values.deepRoots(part).some(({ path }) => path[path.length - 1] === 'id')
    : pieces(context, part).some(({ ref, siblings }) => !siblings.includes('id') && holdsIds(ref));
  return isIt ? 'ids of sessions' : undefined;
}

/** The key by which a program is let in, as its request says it. */
function keyKind(context: FileContext, part: Ref): string | undefined {
  const isKey = context.values
    .deepRoots(part)
    .some(
      ({ ref: { node }, path }) =>
        /^x-api-key$/i.test(path[path.length - 1] ?? '') ||
        (!path.length &&
          ts.isCallExpression(node) &&
          /^(?:get|header|getHeader|getRequestHeader)$/.test(calleeName(node) ?? '') &&
          node.arguments.some((argument) => /^x-api-key$/i.test(stringValue(argument) ?? ''))),
    );
  return isKey ? 'API key' : undefined;
}

/** The column of a table that holds a token of a provider: `accessToken`, `github_refresh_token`. */
function providerToken(context: FileContext, op: DatabaseOp): string | undefined {
  return tableColumns(context, op).find((column) =>
    /(?:^|_)(?:access|refresh)_?token$|(?:Access|Refresh)Token$/i.test(column),
  );
}

/** The address of a provider that a browser is sent to, which has the state in it: whoever has both can finish the sign-in. */
function authorizationKind(context: FileContext, part: Ref): string | undefined {
  const member = memberOf(unwrap(part.node));
  const address = member?.name === 'href' ? member.object : part.node;
  const isIt = context.values
    .roots({ ...part, node: address })
    .some(
      ({ ref, path }) =>
        !path.length &&
        ts.isCallExpression(ref.node) &&
        context.ops.of(ref as Ref<CallLike>).some((op) => op.kind === 'authorize'),
    );
  return isIt ? 'authorization URL with its state' : undefined;
}

/** A request of a handler, which is printed with its headers: `console.log(request)`. */
function requestKind(context: FileContext, part: Ref): string | undefined {
  const isConsole = ts.isIdentifier(unwrap(part.node)) && isOnConsole(part.node);
  const isRequest = isConsole && context.values.roots(part).some((value) => isWholeRequest(context, value));
  return isRequest ? 'whole request with its headers' : undefined;
}

/** Loggers have serializers for requests, the console has none. */
function isOnConsole(node: ts.Node): boolean {
  let call: ts.Node = node;
  while (call.parent && !ts.isCallExpression(call) && !ts.isStatement(call)) call = call.parent;
  const member = ts.isCallExpression(call) ? memberOf(unwrap(call.expression)) : undefined;
  return !!member && nameAt(member.object) === 'console';
}

function isWholeRequest(context: FileContext, { ref: { node, file }, path, external }: Value): boolean {
  const fn = ts.isParameter(node) ? node.parent : undefined;
  if (!ts.isParameter(node) || !fn || !isFunctionNode(fn) || external || node.dotDotDotToken) return false;
  const entry = context.roles.entryOf({ node: fn, file });
  const isHandler =
    entry?.fn.node === fn && (entry.kind === 'route' || entry.kind === 'middleware' || entry.kind === 'load');
  const name = path.length ? path[0] : ts.isIdentifier(node.name) ? node.name.text : '';
  if (path.length > 1 || !/^_?(?:req|request)$/.test(name!)) return false;
  return isHandler || (path.length === 1 && isToldOfErrors(fn));
}

/** `fetchRequestHandler({ onError({ req }) { … } })` of tRPC. */
function isToldOfErrors(fn: FunctionNode): boolean {
  const property = ts.isMethodDeclaration(fn) ? fn : fn.parent;
  if (!ts.isMethodDeclaration(property) && !ts.isPropertyAssignment(property)) return false;
  const call = property.parent.parent;
  return (
    propertyName(property.name) === 'onError' && ts.isCallExpression(call) && calleeName(call) === 'fetchRequestHandler'
  );
}

const PROVIDER_TOKEN = /^(?:access|refresh|id)_?token$/i;

/**
 * The whole answer of another service, or what else a call gives, of which the lines below take a token:
 * `console.log(body); use(body.access_token)`.
 */
function answerKind(context: FileContext, { node, file }: Ref): string | undefined {
  const name = ts.isIdentifier(node) ? bindingOf(file, node) : undefined;
  if (!name) return undefined;
  const isAnswer = context.values
    .roots({ node, file })
    .some(
      ({ ref, path }) =>
        ts.isCallExpression(ref.node) && (!path.length || (calleeName(ref.node) !== 'json' && path[0] === 'data')),
    );
  // In a branch of its own it is the answer that says what went wrong.
  let block: ts.Node = node;
  while (block.parent && !ts.isBlock(block) && !ts.isIfStatement(block) && !ts.isCaseOrDefaultClause(block))
    block = block.parent;
  const takesToken = (use: ts.Identifier): boolean => {
    const around = wrapped(use).parent;
    if (use.pos <= node.pos || !isInside(use, block)) return false;
    if (ts.isVariableDeclaration(around) && ts.isObjectBindingPattern(around.name))
      return around.name.elements.some((element) =>
        PROVIDER_TOKEN.test(propertyName(element.propertyName ?? element.name) ?? ''),
      );
    return PROVIDER_TOKEN.test(memberOf(around)?.name ?? '');
  };
  return isAnswer && name.uses.some(takesToken) ? 'OAuth token' : undefined;
}

function isTrimmed({ node, file }: Ref): boolean {
  const name = ts.isIdentifier(node) ? file.bindings.get(node) : undefined;
  return !!name?.uses.some((use) => {
    const member = use.parent;
    return (
      (ts.isPropertyAccessExpression(member) || ts.isElementAccessExpression(member)) &&
      member.expression === use &&
      (ts.isDeleteExpression(member.parent) ||
        (ts.isBinaryExpression(member.parent) &&
          member.parent.left === member &&
          member.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken))
    );
  });
}

const TOKEN_TABLE = /reset|verif|recover|magic|invit|token|otp/i;

/** A link or token by which somebody resets a password, confirms an address or recovers an account. */
function tokenKind(context: FileContext, part: Ref, depth = 0): string | undefined {
  const isRows = context.values
    .deepRoots(part)
    .some(
      (value) =>
        value.path.every((step) => step === '[]' || /^\d+$/.test(step)) &&
        /recovery_?codes?|backup_?codes?/i.test(readBehind(context, value)?.tableName ?? ''),
    );
  if (isRows) return 'recovery codes';
  for (const value of context.values.roots(part).flatMap((root) => [root, ...fieldOf(context, root)])) {
    const { node } = value.ref;
    if (ts.isCallExpression(node) && !value.path.length) {
      for (const target of context.values.targets(value.ref as Ref<ts.CallExpression>)) {
        const name = calleeName(node) ?? '';
        const stores = context.ops
          .sites({ node: target.node, file: target.file })
          .some(
            (site) =>
              site.op.kind === 'database' && site.op.verb === 'insert' && TOKEN_TABLE.test(site.op.tableName ?? ''),
          );
        if (
          (stores || /(?:token|codes?|link|secret|otp)$/i.test(name)) &&
          /^_*(?:create|generate|make|issue|new)/i.test(name) &&
          (stores || returnsRandom(context, value)) &&
          !/hash/i.test(name)
        ) {
          return /recover/i.test(name) ? 'recovery codes' : 'one-time token';
        }
      }
      if (
        /^(?:generate|create)?(?:reset|verification|magic|recovery)\w*(?:token|link|url|codes?)$/i.test(
          calleeName(node) ?? '',
        ) &&
        isUnresolved(context, value)
      )
        return 'one-time token';
    }
    if (depth < 3 && ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      const found =
        tokenKind(context, { ...value.ref, node: node.left }, depth + 1) ??
        tokenKind(context, { ...value.ref, node: node.right }, depth + 1);
      if (found) return 'link with a one-time token';
    }
    if (depth < 3 && ts.isTemplateExpression(node)) {
      for (const span of node.templateSpans) {
        const found =
          tokenKind(context, { ...value.ref, node: span.expression }, depth + 1) ??
          (/reset|verif|magic|confirm|activate/i.test(node.getText()) &&
          isRandom(context, { ...value.ref, node: span.expression })
            ? 'token'
            : undefined);
        if (found) return 'link with a one-time token';
      }
    }
  }
  return undefined;
}

/** A field of what an own function gives: `const reset = await begin(user); send(reset.code)`. */
function fieldOf(context: FileContext, { ref, path }: Value): readonly Value[] {
  if (!path.length || !ts.isCallExpression(ref.node)) return [];
  return context.values
    .targets(ref as Ref<CallLike>)
    .flatMap((target) => context.values.returned(target))
    .flatMap((returned) => context.values.roots(returned, path));
}

const RANDOM =
  /^(?:generateIdFromEntropySize|generateId|generateRandomString|randomBytes|randomUUID|uuidv?4?|v4|nanoid|generateRandomInteger|alphabet|generateRandomOTP|createId|getRandomValues|encodeHex|encodeHexLowerCase|encodeBase32LowerCaseNoPadding|encodeBase64url)$/;

function isRandom(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some(({ ref: { node } }) => {
    if (!ts.isCallExpression(node)) return false;
    // randomBytes(32).toString('hex')
    const isText = /^(?:toString|slice|substring|replace|replaceAll)$/.test(calleeName(node) ?? '');
    const made = isText ? unwrap(memberOf(unwrap(node.expression))?.object ?? node) : node;
    return ts.isCallExpression(made) && RANDOM.test(calleeName(made) ?? '');
  });
}

function returnsRandom(context: FileContext, value: Value): boolean {
  return context.values
    .deepRoots(value.ref)
    .some(
      ({ ref: { node, file } }) =>
        ts.isCallExpression(node) && (RANDOM.test(calleeName(node) ?? '') || isOfRandomBytes(context, { node, file })),
    );
}

/** Text that a function puts together of the random bytes it fetches: `Array.from(bytes, (byte) => …).join('')`. */
function isOfRandomBytes(context: FileContext, { node, file }: Ref<ts.CallExpression>): boolean {
  const around = enclosingFunction(node);
  if (!around || !/^(?:join|from|reduce|encode\w*|toString)$/.test(calleeName(node) ?? '')) return false;
  const fetched = context.ops
    .callsIn(file, around)
    .flatMap((call) => (calleeName(call) === 'getRandomValues' ? argumentsOf(call).slice(0, 1) : []))
    .flatMap((bytes) => context.values.roots({ node: bytes, file }));
  let found = false;
  walk(node, (inner) => {
    if (!found && ts.isIdentifier(inner))
      found = context.values
        .roots({ node: inner, file })
        .some(
          (root) =>
            fetched.some((other) => sameRoot(root, other)) ||
            (ts.isCallExpression(root.ref.node) && RANDOM.test(calleeName(root.ref.node) ?? '')),
        );
    return !found;
  });
  return found;
}

function isUnresolved(context: FileContext, value: Value): boolean {
  const call = value.ref as Ref<ts.CallExpression>;
  return !context.values.targets(call).length;
}

/** What the provider sends browsers back with: a code and state, or the ticket of CAS, which lets its bearer in. */
const CALLBACK_KINDS: ReadonlyMap<string, string> = new Map([
  ['code', 'OAuth code'],
  ['state', 'OAuth state'],
  ['ticket', 'login ticket'],
]);

/** The code, ticket and state of a callback that hands them on to another service, and the URL with them. */
function callbackKind(context: FileContext, part: Ref): string | undefined {
  if (!/callback/i.test(part.file.path)) return undefined;
  const given = queryKind(context, part);
  if (given || !isRequestUrl(context, part)) return given;
  const owner = ownerOf(part);
  for (const node of context.ops.callsIn(owner.file, owner.node)) {
    if (!ts.isCallExpression(node) || calleeName(node) !== 'get') continue;
    const kind = queryKind(context, { ...owner, node });
    if (kind && kind !== 'OAuth state') return `URL with the ${kind}`;
  }
  return undefined;
}

function queryKind(context: FileContext, part: Ref): string | undefined {
  const kind = CALLBACK_KINDS.get(context.roles.inputName(part) ?? '');
  return kind !== undefined && context.roles.readsQuery(part) ? kind : undefined;
}

/** The whole URL of a GET request, of a handler's own request: `request.url`, `url.href`. */
function isRequestUrl(context: FileContext, part: Ref): boolean {
  const entry = context.roles.entryOf(ownerOf(part));
  if (entry?.kind !== 'route' || !entry.methods?.includes('GET')) return false;
  const member = memberOf(unwrap(part.node));
  if (!member || !/^(?:url|href|originalUrl)$/.test(member.name)) return false;
  return context.values.roots({ ...part, node: member.object }).some(({ ref, path }) => {
    if (path.length > 1 || (path.length && !/^(?:req|request|url|nextUrl)$/.test(path[0]!))) return false;
    return ts.isParameter(ref.node) && ref.node.parent === entry.fn.node;
  });
}

/** Drops the argument; the whole statement when only labels would be left. */
function dropArgument(
  context: FileContext,
  call: ts.CallExpression,
  argument: ts.Node,
): ReturnType<typeof inFile> | undefined {
  const { file } = context;
  const rest = call.arguments.filter((other) => other !== argument);
  const onlyLabels = rest.every((other) => ts.isStringLiteralLike(unwrap(other)));
  let statement: ts.Node = call;
  while (ts.isAwaitExpression(statement.parent) || ts.isVoidExpression(statement.parent)) statement = statement.parent;
  const isStatement = ts.isExpressionStatement(statement.parent);
  if (!rest.length || onlyLabels) {
    if (!isStatement) return undefined;
    const line = statement.parent;
    if (!ts.isBlock(line.parent) && !ts.isSourceFile(line.parent) && !ts.isCaseOrDefaultClause(line.parent)) {
      return inFile(file, { start: line.getStart(), end: line.end, newText: '{}' });
    }
    let start = line.getStart();
    let { end } = line;
    const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
    const tail = /^[ \t]*\r?\n/.exec(file.text.slice(end));
    if (file.text.slice(lineStart, start).trim() === '' && tail) {
      start = lineStart;
      end += tail[0].length;
    }
    return inFile(file, { start, end, newText: '' });
  }
  const index = call.arguments.indexOf(argument as ts.Expression);
  const next = call.arguments[index + 1];
  if (next) return inFile(file, { start: argument.getStart(), end: next.getStart(), newText: '' });
  return inFile(file, { start: call.arguments[index - 1]!.end, end: argument.end, newText: '' });
}
