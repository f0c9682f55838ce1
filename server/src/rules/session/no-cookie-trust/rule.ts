import { isEquality } from '../../../core/conditions';
import type { Fact } from '../../../core/conditions';
import type { FileContext } from '../../../core/context';
import type { Exit, Flow, FlowEdge, FlowNode } from '../../../core/flow';
import type { EntryPoint } from '../../../core/framework';
import type { Owner, Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  memberOf,
  propertyName,
  statementOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { Ref, Value } from '../../../core/values';
import { isGuardedAround, speaksOfSession } from '../../_shared/guards';
import { readBehind } from '../../_shared/rows';
import { isTableOfUsers } from '../../_shared/schema';

export default defineRule({
  id: 'no-cookie-trust',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 565,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: 'Access is decided by the mere presence of a session cookie, by a value of it that stands in the code, or by data parsed out of a cookie, without validating the session. Or a session is made for the user whose id a cookie holds.',
    why: 'Anybody can send a cookie with any value. A check of its presence lets everyone in who knows the name; user data in a cookie lets them choose who they are.',
    how: 'Validate the session id with your wrapper and decide by the user that it returns. Between two steps of a sign-in, keep a random token in the cookie and the user beside it in the database. In middleware, a look at the cookie is fine as an early redirect only.',
    limits:
      'Cookies that are signed or encrypted through a library are taken to be checked. Cookies that are not about the session are left alone.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    {
      title: 'Lucia v3: validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/index.md',
    },
  ],
  messages: {
    presence: 'That `{what}` exists proves nothing: anybody can send a cookie. Validate the session.',
    optimistic: '`{what}` is only looked at, not validated: fine as an early redirect, no protection by itself.',
    chosen: 'The client writes this cookie: whoever puts the id of a user into it gets a session of that user.',
    fixed: '`{what}` proves nothing: anybody can send a cookie with this value. Validate the session.',
    parsed: '`{what}` comes out of a cookie that the client can write; take it from the validated session.',
  },
  words: ['cookie', 'Cookie'],
  check(context, report) {
    const decided: ts.Node[] = [];
    for (const owner of context.roles.owners(context.file)) {
      if (context.frameworks.isAuxiliary(context.path)) return;
      const callers = guardCallers(context, owner);
      const entry =
        context.frameworks.entryAround(context.file, owner.node) ?? guardFactory(context, owner) ?? callers[0];
      if (!entry || isOuter(context, owner)) continue;
      const sites = [owner, ...callers.map(({ fn }) => fn)].flatMap((fn) => context.ops.sites(fn));
      const validates = sites.some(
        (site) =>
          site.op.kind === 'lucia' &&
          (site.op.method === 'validateSession' ||
            site.op.method === 'invalidateSession' ||
            site.op.method === 'createSession'),
      );
      if (validates || sites.some((site) => site.op.kind === 'verify' || site.op.kind === 'exchange')) continue;
      if (sites.some((site) => looksUpSession(context, site.op))) continue;
      if (context.file.text.includes('jwt') || entersSession(context, owner)) continue;
      const flow = context.conditions.flow(owner);
      for (const { from, edge } of flow.branches) {
        if (!edge.condition || edge.condition.truth === undefined) continue;
        const ref: Ref<ts.Expression> = { ...owner, node: edge.condition.expression };
        const facts = [{ ref, truth: edge.condition.truth }, ...context.conditions.implied(ref, edge.condition.truth)];
        const decides = facts.some(
          (fact) =>
            (isMissing(context, fact) &&
              (isKeyedRead(context, fact.ref) ||
                context.roles.missing(fact)?.values.some((value) => isSessionCookieRead(context, value)))) ||
            isRoleTest(context, fact),
        );
        if (!decides) continue;
        if (
          !refusesAt(flow, from, edge) &&
          !(leavesAt(flow, from, edge) && changesBehind(context, owner, entry, facts))
        )
          continue;
        const what = textOf(unwrap(edge.condition.expression)).slice(0, 40);
        const optimistic = entry.kind === 'middleware' && entry.framework === 'next';
        decided.push(edge.condition.expression);
        report({
          at: edge.condition.expression,
          message: optimistic ? 'optimistic' : 'presence',
          data: { what },
          ...(optimistic ? { severity: 'information' as const } : {}),
        });
        break;
      }
    }
    for (const test of fixedTests(context)) {
      // `if (!cookie || cookie.value !== 'yes')` is told of once.
      if (decided.some((condition) => statementOf(condition) === statementOf(test))) continue;
      const entry = context.frameworks.entryAround(context.file, test);
      const optimistic = entry?.kind === 'middleware' && entry.framework === 'next';
      report({
        at: test,
        message: 'fixed',
        data: { what: textOf(test).replace(/\s+/g, ' ').slice(0, 40) },
        ...(optimistic ? { severity: 'information' as const } : {}),
      });
    }
    const chosen = new Set<ts.Node>();
    for (const entry of context.entryPoints) {
      // Elysia signs cookies by a setting.
      const sites = entry.framework === 'elysia' ? [] : context.ops.sites(entry.fn);
      if (sites.some(({ op }) => op.kind === 'verify' || op.kind === 'exchange')) continue;
      for (const { op } of sites) {
        if (op.kind !== 'lucia' || op.method !== 'createSession' || op.own) continue;
        const [user] = op.call.node.arguments;
        const read =
          user &&
          (userOfCookie(context, { ...op.call, node: user }) ??
            userOfDecoded(context, { ...op.call, node: user }, sites));
        if (!read || read.file !== context.file || chosen.has(read.node)) continue;
        chosen.add(read.node);
        report({
          at: read.node,
          message: 'chosen',
          related: [context.related(op.call, 'The session is made here.')],
        });
      }
    }
    for (const call of context.file.calls) {
      if (
        !ts.isCallExpression(call) ||
        calleeName(call) !== 'parse' ||
        !call.arguments[0] ||
        !/JSON/.test(call.expression.getText())
      )
        continue;
      if (!runsForRequests(context, call)) continue;
      const [argument] = call.arguments;
      const sources = context.values.deepRoots(context.ref(argument));
      const isUsers = sources.some((value) => isUserCookie(context, value));
      if (
        !isUsers &&
        !(
          sources.some((value) => context.roles.cookieRead(value)) &&
          (decidesRights(context, call) || grantsRights(context, call))
        )
      )
        continue;
      report({ at: call, message: 'parsed', data: { what: textOf(call).slice(0, 40) } });
    }
  },
});

/** Names of cookies that stand for being signed in, not for what goes with it. */
const SIGNED_IN = /(?<!o)(?:session|auth|logged_?in|signed_?in|authenticated)$/i;

/** Tests whether a session's cookie has a value that stands in the code: the same for everybody, and no session. */
function fixedTests(context: FileContext): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  for (const binary of context.file.binaries) {
    if (!/^[!=]==?$/.test(binary.operatorToken.getText())) continue;
    const [left, right] = [context.ref(binary.left), context.ref(binary.right)];
    if (
      (isFixed(context, right) && isOfSession(context, left)) ||
      (isFixed(context, left) && isOfSession(context, right))
    )
      found.push(binary);
  }
  for (const call of context.file.calls) {
    // header.includes('session=yes')
    const member = ts.isCallExpression(call) ? memberOf(unwrap(call.expression)) : undefined;
    const [name, text] = (member?.name === 'includes' && stringValue(argumentsOf(call)[0])?.split('=')) || [];
    if (!member || !ts.isExpression(call) || !text || !SIGNED_IN.test(name ?? '')) continue;
    if (context.values.roots(context.ref(member.object)).some((value) => isCookieHeader(context, value)))
      found.push(call);
  }
  return found.filter((test) => !validatesAround(context, test));
}

function isFixed(context: FileContext, ref: Ref): boolean {
  const roots = context.values.roots(ref);
  return (
    roots.length > 0 &&
    roots.every(
      ({ ref: { node }, path }) =>
        !path.length &&
        ts.isStringLiteralLike(node) &&
        // What frameworks leave behind of a cookie that has ended.
        !/^(?:|undefined|null|deleted|false|0|anonymous|guest)$/i.test(node.text),
    )
  );
}

/** The value of a cookie of the request that stands for being signed in. */
function isOfSession(context: FileContext, ref: Ref): boolean {
  const isServed = context.file.specifiers.includes('next/headers') || runsForRequests(context, ref.node);
  return (
    isServed &&
    context.values.roots(ref).some((value) => {
      const read = plainCookie(context, value) && context.roles.cookieRead(value);
      if (!read) return false;
      if (!read.name) return SIGNED_IN.test(read.text ?? '');
      const names = context.values.roots(read.name).map(({ ref: { node } }) => stringValue(node) ?? '');
      return context.roles.isSessionCookieName(read.name) || names.some((name) => SIGNED_IN.test(name));
    })
  );
}

/** The header with all cookies, as only a server sees it. */
function isCookieHeader(context: FileContext, value: Value): boolean {
  const read = context.roles.cookieRead(value);
  return (
    !!read && !read.name && !read.text && (value.path.includes('headers') || /\bheaders\b/.test(textOf(value.ref.node)))
  );
}

/** Whether the function also has the session validated, or looks at a password. */
function validatesAround(context: FileContext, { parent }: ts.Node): boolean {
  const fn = enclosingFunction(parent);
  return (
    !!fn &&
    context.ops
      .sites(context.ref(fn))
      .some(({ op }) => op.kind === 'verify' || (op.kind === 'lucia' && op.method === 'validateSession'))
  );
}

/** Where a user is read from a cookie: its value is the user's id, or the row of users is looked up by it. */
function userOfCookie(context: FileContext, user: Ref): Ref | undefined {
  for (const value of context.values.roots(user)) {
    const read = plainCookie(context, value);
    if (read) return read;
    const op = readBehind(context, value);
    if (!op || !isTableOfUsers(context, op.tableName)) continue;
    for (const filter of op.filter) {
      const [named] = identifiersIn(context, filter);
      if (named) return named;
    }
  }
  return undefined;
}

/** Where a user's id is a part of what is decoded from a cookie: `JSON.parse(atob(cookie)).userId`, also in a helper. */
function userOfDecoded(context: FileContext, user: Ref, sites: readonly Site[]): Ref | undefined {
  for (const { ref, path } of context.values.deepRoots(user)) {
    const { node } = ref;
    if (!path.length || !ts.isCallExpression(node) || !/^JSON\s*\.\s*parse$/.test(textOf(node.expression))) continue;
    const [text] = node.arguments;
    const fn = enclosingFunction(node);
    if (!text || !fn || CHECKED.test(textOf(fn)) || !isDecodedCookie(context, { ...ref, node: text })) continue;
    // Another part of it that is looked up may be a secret that goes with the user.
    const asked = sites.flatMap(({ op }) => (op.kind === 'database' ? [...op.filter, ...op.data] : []));
    let isKeyed = false;
    for (const held of asked)
      walk(held.node, (within) => {
        if (ts.isIdentifier(within) || ts.isPropertyAccessExpression(within))
          isKeyed ||= context.values
            .deepRoots({ ...held, node: within })
            .some((part) => part.ref.node === node && part.path.length > 0 && part.path.join('.') !== path.join('.'));
        return !isKeyed;
      });
    if (isKeyed) continue;
    return context.values.roots(user)[0]?.ref;
  }
  return undefined;
}

/** What a function says that may look at a signature, or take off a seal. */
const CHECKED =
  /sign(?!_?(?:in|up|out|ed_?in))|seal|crypt|hmac|jwt|jws|jwe|jose|verif|digest|hash|secret|\bkeys?\b|token\w*\(/i;

/** The value of a cookie, itself or out of an encoding that needs no key. */
function isDecodedCookie(context: FileContext, ref: Ref, depth = 0): boolean {
  return context.values.deepRoots(ref).some((value) => {
    const { node } = value.ref;
    if (plainCookie(context, value)) return true;
    if (!ts.isCallExpression(node) || depth > 5) return false;
    if (value.path.length)
      return value.path.length === 1 && /^(?:1|\[\])$/.test(value.path[0]!) && isPartOfHeader(context, value.ref);
    const name = calleeName(node) ?? '';
    const member = memberOf(unwrap(node.expression));
    const [first] = node.arguments;
    const within = (next: ts.Node | undefined): boolean =>
      !!next && isDecodedCookie(context, { ...value.ref, node: next }, depth + 1);
    if (!member) return /^(?:atob|decodeURIComponent|unescape)$/.test(name) && within(first);
    // Buffer.from(value, 'base64url').toString()
    const made = unwrap(member.object);
    if (name === 'toString' && ts.isCallExpression(made))
      return /^Buffer\s*\.\s*from$/.test(textOf(made.expression)) && within(made.arguments[0]);
    return /^(?:replace|replaceAll|trim)$/.test(name) ? within(member.object) : isPartOfHeader(context, value.ref);
  });
}

/** The value that is cut out of the header by hand: `header.split(';').find(…)?.split('=')[1]`. */
function isPartOfHeader(context: FileContext, ref: Ref): boolean {
  let node = unwrap(ref.node);
  let finds = false;
  while (ts.isCallExpression(node)) {
    const member = memberOf(unwrap(node.expression));
    const name = calleeName(node) ?? '';
    if (!member || !/^(?:split|map|find|slice|join|at|pop|trim|substring)$/.test(name)) break;
    // A point stands between a value and its signature.
    if (name === 'split' && !/^(?:;\s*|=)$/.test(stringValue(node.arguments[0]) ?? '')) return false;
    finds ||= name === 'find';
    node = unwrap(member.object);
  }
  return (
    finds &&
    context.values.deepRoots({ ...ref, node }).some(({ ref: { node: read } }) => {
      const member = ts.isCallExpression(read) ? memberOf(unwrap(read.expression)) : undefined;
      return (
        ts.isCallExpression(read) &&
        member?.name === 'get' &&
        memberOf(unwrap(member.object))?.name === 'headers' &&
        /^cookie$/i.test(stringValue(read.arguments[0]) ?? '')
      );
    })
  );
}

/** The cookies that a condition compares with what tells users apart: `eq(users.id, id)`, `{ email }`. */
function identifiersIn(context: FileContext, filter: Ref): readonly Ref[] {
  const found: Ref[] = [];
  const consider = (key: string | undefined, held: ts.Node): void => {
    if (!/^(?:user_?)?id$|^e_?mail$|^user_?name$/i.test(key ?? '')) return;
    for (const value of context.values.roots({ ...filter, node: held })) {
      const read = plainCookie(context, value);
      if (read) found.push(read);
    }
  };
  walk(filter.node, (node) => {
    if (ts.isPropertyAssignment(node)) consider(propertyName(node.name), node.initializer);
    else if (ts.isShorthandPropertyAssignment(node)) consider(node.name.text, node.name);
    else if (ts.isCallExpression(node) && calleeName(node) === 'eq' && node.arguments[1])
      consider(memberOf(unwrap(node.arguments[0]!))?.name, node.arguments[1]);
    return true;
  });
  return found;
}

/** The read of a cookie whose value is taken as it comes: neither signed, nor a part of something that is. */
function plainCookie(context: FileContext, value: Value): Ref | undefined {
  const { node } = value.ref;
  if (!context.roles.cookieRead(value) || (ts.isCallExpression(node) && /signed|^split$/i.test(calleeName(node) ?? '')))
    return undefined;
  return isUnsealed(context, value.ref) ? undefined : value.ref;
}

/** Whether the value of a cookie is also handed to what looks at a signature: `verifyToken(value, secret)`. */
function isUnsealed(context: FileContext, read: Ref): boolean {
  const fn = enclosingFunction(read.node);
  let found = false;
  if (fn)
    walk(fn, (node) => {
      if (!ts.isCallExpression(node) || found) return !found;
      const name = calleeName(node) ?? '';
      const isOfSecrets =
        /sign(?!_?(?:in|up|out))|seal|crypt|decode(?!URI)|hmac|jwt|token|cookie/i.test(name) ||
        node.arguments.some((argument) => /secret|key/i.test(textOf(argument)));
      found =
        isOfSecrets &&
        node.arguments.some((argument) =>
          context.values.roots({ ...read, node: argument }).some(({ ref }) => ref.node === read.node),
        );
      return !found;
    });
  return found;
}

/** A query of the sessions' table by the cookie's value: whether the session is good is asked of its row, or it ends. */
function looksUpSession(context: FileContext, op: Site['op']): boolean {
  if (op.kind !== 'database' || (op.verb !== 'read' && op.verb !== 'delete')) return false;
  // `sessions.delete(id)`, by a repository that is not followed.
  const callee = op.verb === 'delete' && ts.isCallExpression(op.call.node) ? textOf(op.call.node.expression) : '';
  if (!/session/i.test([op.tableName ?? op.sql, callee].join())) return false;
  const asked = op.filter.length ? op.filter : argumentsOf(op.call.node).map((node) => ({ ...op.call, node }));
  return asked.some((filter) => {
    let found = false;
    walk(filter.node, (node) => {
      found ||=
        (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
        context.roles.readsCookie({ ...filter, node });
      return !found;
    });
    return found;
  });
}

/** Names of cookies that say who somebody is, not what was asked or shown to them. */
const IDENTITY =
  /^(?!.*(?:csrf|xsrf|state|verifier|nonce|redirect|return)).*(?:session|auth|user|uid|logged|account|member)/i;

/** A factory of guards (requireSession() returns a hook) is judged by the function it returns. */
function guardFactory(context: FileContext, owner: Owner): EntryPoint | undefined {
  if (ts.isSourceFile(owner.node)) return undefined;
  const outer = owner.node.parent as ts.Node | undefined;
  const isReturned = outer && (ts.isReturnStatement(outer) || ts.isArrowFunction(outer));
  const takesRequest = owner.node.parameters.some((parameter) =>
    /Request|Context|Event/.test(parameter.type?.getText() ?? ''),
  );
  if (!isReturned || !takesRequest) return undefined;
  const framework = context.frameworks.of(context.path)[0]?.name;
  return framework && { kind: 'middleware', framework, fn: owner, methods: undefined, route: context.path };
}

/** The handlers of the file that call a function which ends the request: `assertSignedIn(event)`. */
function guardCallers(context: FileContext, owner: Owner): readonly EntryPoint[] {
  const { node, file } = owner;
  if (ts.isSourceFile(node) || context.frameworks.entryAround(file, node)) return [];
  const isLast = context.conditions.flow(owner).exits.some(({ kind }) => kind === 'throw');
  const calls = isLast ? context.roles.callersOf({ node, file }) : [];
  const entries = calls.map((call) => context.frameworks.entryAround(call.file, call.node));
  return entries.every((entry) => entry?.fn.file === file) ? (entries as readonly EntryPoint[]) : [];
}

/** Functions around the entry point's own (setup code) are not judged by what is inside it. */
function isOuter(context: FileContext, owner: Owner): boolean {
  return ts.isSourceFile(owner.node) && !context.path.endsWith('.astro');
}

/** Inside of an entry point, or in a helper that one calls. */
function runsForRequests(context: FileContext, call: ts.Node): boolean {
  if (context.frameworks.entryAround(context.file, call)) return true;
  const fn = enclosingFunction(call);
  return (
    !!fn &&
    context.roles
      .callersOf({ node: fn, file: context.file })
      .some((caller) => context.frameworks.entryAround(caller.file, caller.node) !== undefined)
  );
}

function isMissing(context: FileContext, fact: Fact): boolean {
  return context.roles.missing(fact)?.missing === true;
}

/** `req.cookies[lucia.sessionCookieName]`, itself or by the name that it is given. */
function isKeyedRead(context: FileContext, ref: Ref, depth = 0): boolean {
  const node = unwrap(ref.node);

  if (ts.isElementAccessExpression(node))
    return (
      context.roles.isSessionCookieName({ ...ref, node: node.argumentExpression }) &&
      context.roles.readsCookie({ ...ref, node })
    );
  const declaration = ts.isIdentifier(node) ? ref.file.bindings.get(node)?.declaration : undefined;
  return (
    depth < 3 &&
    !!declaration &&
    ts.isVariableDeclaration(declaration) &&
    !!declaration.initializer &&
    isKeyedRead(context, { ...ref, node: declaration.initializer }, depth + 1)
  );
}

/** A cookie compared with the name of a role: `cookies.get('role') !== 'admin'`. */
function isRoleTest(context: FileContext, fact: Fact): boolean {
  const node = unwrap(fact.ref.node);
  if (!ts.isBinaryExpression(node) || !isEquality(node.operatorToken.kind)) return false;
  const sides = [node.left, node.right];
  return (
    sides.some((side) => stringValue(side) !== undefined) &&
    sides.some((side) =>
      context.values.deepRoots({ ...fact.ref, node: side }).some((value) => {
        const read = context.roles.cookieRead(value);
        const name = read?.name
          ? literal(context, read.name)
          : read && [...value.path].reverse().find((part) => part !== 'value');
        return (
          name !== undefined && /^(?:\w*[_-])?(?:role|is_?admin|admin|user_?type|logged_?in|authenticated)$/i.test(name)
        );
      }),
    )
  );
}

function isSessionCookieRead(context: FileContext, value: Value): boolean {
  const read = context.roles.cookieRead(value) ?? context.roles.cookieTest(value);
  if (!read) return false;
  if (read.name)
    return context.roles.isSessionCookieName(read.name) || IDENTITY.test(literal(context, read.name) ?? '');
  const { node } = value.ref;
  if (ts.isCallExpression(node) && calleeName(node) === 'readSessionCookie') return true;
  const last = [...value.path].reverse().find((part) => part !== 'value');
  return last !== undefined && IDENTITY.test(last) && !/^(?:cookies?)$/.test(last);
}

function isUserCookie(context: FileContext, value: Value): boolean {
  const read = context.roles.cookieRead(value);
  if (!read) return false;
  const name = read.name ? literal(context, read.name) : [...value.path].reverse().find((part) => part !== 'value');
  return (
    name !== undefined &&
    /^(?:\w*[_-])?(?:user|session|auth|role|account|profile|me|identity)(?:[_-]?(?:data|info|id))?$/i.test(name)
  );
}

/** Whether a right that is read out of parsed data turns visitors away: `if (!profile.isEditor) throw forbidden()`. */
function decidesRights(context: FileContext, parsed: ts.CallExpression): boolean {
  const fn = enclosingFunction(parsed);
  if (!fn) return false;
  const owner: Owner = { node: fn, file: context.file };
  const flow = context.conditions.flow(owner);
  return flow.branches.some(({ edge }) => {
    if (edge.condition?.truth !== false) return false;
    const isRight = context.values
      .roots({ ...owner, node: unwrap(edge.condition.expression) })
      .some(
        ({ ref, path }) => ref.node === parsed && /^(?:is|can|may)[A-Z_]|^admin$/.test(path[path.length - 1] ?? ''),
      );
    const exits = isRight ? flow.exitsFrom(edge.to) : [];
    return exits.length > 0 && exits.every((exit) => REFUSAL.test(exit.syntax.getText()));
  });
}

/** Whether a role out of parsed data is stored as somebody's own: `{ role: invitation.role }` in a handler that writes rows. */
function grantsRights(context: FileContext, parsed: ts.CallExpression): boolean {
  const fn = enclosingFunction(parsed);
  if (!fn) return false;
  const owner: Owner = { node: fn, file: context.file };
  let found = false;
  walk(fn, (node) => {
    if (ts.isPropertyAssignment(node) && RIGHT.test(propertyName(node.name) ?? ''))
      found = context.values
        .roots({ ...owner, node: node.initializer })
        .some(({ ref, path }) => ref.node === parsed && path.length > 0);
    return !found;
  });
  return found && context.ops.sites(owner).some(({ op }) => op.kind === 'database' && op.verb !== 'read');
}

const RIGHT = /^(?:user_?|account_?)?roles?$|^is_?(?:admin|staff|moderator|super_?user)$|^permissions?$/i;

const REFUSAL = /\b40[13]\b|unauthori[sz]ed|forbidden|login|sign-?in/i;

function literal(context: FileContext, ref: Ref): string | undefined {
  for (const value of context.values.roots(ref)) {
    const text = stringValue(value.ref.node);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Whether who takes an edge is sent away, and others are not. */
function refusesAt(flow: Flow, from: FlowNode, edge: FlowEdge): boolean {
  const behind = (start: FlowNode): readonly Exit[] => flow.exitsFrom(start).filter((exit) => exit.kind !== 'end');
  const exits = behind(edge.to);
  const others = from.next.filter((next) => next !== edge && !next.throws).flatMap((next) => behind(next.to));
  // Both ways lead to the same ends, as behind the operands of a `??`.
  if (exits.length === others.length && exits.every((exit) => others.includes(exit))) return false;
  const own = exits.filter((exit) => !others.includes(exit));
  const texts = (own.length ? own : exits).map((exit) => exit.syntax.getText());
  if (texts.some((text) => LEAVES.test(text))) return true;
  // A login page for guests that sends away who has the cookie refuses nobody.
  const opposite = others.filter((exit) => !exits.includes(exit));
  const isForGuests = opposite.length > 0 && opposite.every((exit) => LEAVES.test(exit.syntax.getText()));
  return !isForGuests && texts.some((text) => /login|sign-?in/i.test(text));
}

const LEAVES = /40[13]|redirect|unauthori[sz]ed|forbidden/i;

/** Whether who takes an edge does not get to where others do. */
function leavesAt(flow: Flow, from: FlowNode, edge: FlowEdge): boolean {
  const others = from.next.filter((next) => next !== edge && !next.throws).flatMap((next) => flow.exitsFrom(next.to));
  return flow.exitsFrom(edge.to).every((exit) => !others.includes(exit));
}

/** Whether rows are changed only where Lucia's cookie is there: however who has none is answered, that is the whole check. */
function changesBehind(context: FileContext, owner: Owner, entry: EntryPoint, facts: readonly Fact[]): boolean {
  if (!/^(?:action|route|procedure)$/.test(entry.kind)) return false;
  const isCookie = (value: Value): boolean => {
    const name = context.roles.cookieRead(value)?.name;
    return !!name && context.roles.isSessionCookieName(name);
  };
  const speaks = (fact: Fact, missing: boolean): boolean => {
    const test = context.roles.missing(fact);
    const given = test?.values.filter(({ ref }) => ref.node.kind !== ts.SyntaxKind.NullKeyword) ?? [];
    return test?.missing === missing && given.length > 0 && given.every(isCookie);
  };
  if (!facts.some((fact) => speaks(fact, true)) || isGuardedAround(context, entry)) return false;
  return context.ops
    .sites(owner)
    .some(
      ({ op, at }) =>
        op.kind === 'database' &&
        op.verb !== 'read' &&
        !/session|token/i.test(op.tableName ?? 'session') &&
        context.conditions.known({ ...owner, node: at }).some((fact) => speaks(fact, false)),
    );
}

/** The function also speaks of the validated session. */
function entersSession(context: FileContext, owner: Owner): boolean {
  return context.conditions
    .flow(owner)
    .branches.some(
      ({ edge }) => !!edge.condition && speaksOfSession(context, { ...owner, node: edge.condition.expression }),
    );
}
