import { isEquality } from '../../../core/conditions';
import type { Fact } from '../../../core/conditions';
import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import { placeOf } from '../../../core/ops';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import type { Report } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import { isUnseen } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { mentionsSession, speaksOfSession } from '../../_shared/guards';
import { readBehind } from '../../_shared/rows';
import { onlyWithoutSession } from '../../_shared/session';

export default defineRule({
  id: 'no-get-state-change',
  family: 'lifecycle',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 352,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A handler of GET requests ends the session, or changes rows that the request names or that belong to the signed-in user.',
    why: 'With SameSite=Lax the session cookie goes along when another site links or redirects here, and Origin checks leave GET out. A link, an image or a prefetch is then enough to sign users out or to change their data.',
    how: 'Do it in a POST: a form with a button, a server action, or a form action.',
    limits:
      'OAuth callbacks, links with a token from a mail, times of a visit and other records made in passing are left alone, as are handlers whose method is not known.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 3.5.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    },
    { title: 'The Copenhagen Book: CSRF', url: 'https://thecopenhagenbook.com/csrf' },
  ],
  messages: {
    logout: 'This ends the session on a GET request: any site can sign users out with a link. Use POST.',
    write: 'This {verb}s {table} on a GET request: any site can trigger it with a link. Use POST.',
    unseen:
      '`{name}()` is called by a GET request with what the URL says: any site can trigger it with a link. Use POST.',
  },
  words: [
    'async',
    'await',
    'ession',
    'delete',
    'update',
    'DELETE',
    'UPDATE',
    'set(',
    'ogout',
    'ogOut',
    'ignOut',
    'ignout',
    'remove',
    'insert',
    'create',
    'as GET',
    'GET =',
  ],
  check(context, report) {
    for (const entry of context.entryPoints) judge(context, entry, report);
    // `export const GET = signOut`: the function may well answer POST in other places.
    for (const { at, entry } of context.frameworks.borrowed(context.file))
      judge(context, entry, (finding) => report({ ...finding, at }));
  },
});

function judge(context: FileContext, entry: EntryPoint, report: (finding: Report) => void): void {
  const isOpen = !isGet(entry);
  if ((isOpen && !mayBeGet(entry)) || isMethodChecked(entry)) return;
  if (isStrict(context) && mentionsSession(context, entry.fn)) return;
  const all = context.ops.sites(entry.fn);
  // A handler for all methods: what it does when the method is GET.
  const sites = isOpen ? all.filter((site) => isWithinGet(context, { ...entry.fn, node: site.at })) : all;
  if (
    all.some(
      ({ op }) =>
        op.kind === 'exchange' ||
        op.kind === 'authorize' ||
        op.kind === 'begin' ||
        (op.kind === 'lucia' && op.method === 'createSession'),
    )
  )
    return;
  const ends = sites.find(
    (site) =>
      site.op.kind === 'lucia' &&
      (site.op.method === 'invalidateSession' || site.op.method === 'invalidateUserSessions') &&
      isWanted(context, entry, site),
  );
  if (ends) {
    report({ at: placeOf(ends), message: 'logout' });
    return;
  }
  if (entry.kind === 'layout' || takesToken(entry)) return;
  const write = sites.find((site) => site.op.kind === 'database' && isForged(context, entry, site, site.op));
  if (write) {
    const { verb, tableName } = write.op as DatabaseOp;
    report({
      at: placeOf(write),
      message: 'write',
      data: { verb, table: tableName ? `\`${tableName}\`` : 'rows' },
    });
    return;
  }
  const unseen = isOpen ? undefined : unseenChange(context, entry);
  if (unseen) report({ at: unseen, message: 'unseen', data: { name: calleeName(unseen) ?? 'This' } });
}

/** The session cookie stays out of every request that another site starts. */
function isStrict(context: FileContext): boolean {
  const instances = context.roles.projectInstances(context.path);
  return (
    instances.length > 0 &&
    instances.every(({ options }) => {
      const cookie = options && propertyOf(options.node, 'sessionCookie');
      const values = cookie ? context.values.roots({ ...options, node: cookie }, ['attributes', 'sameSite']) : [];
      return values.length > 0 && values.every(({ ref, path }) => !path.length && stringValue(ref.node) === 'strict');
    })
  );
}

/** Whether a link on another site can make the write: the URL names the row or the value, or it is the user's own row. */
function isForged(context: FileContext, entry: EntryPoint, site: Site, op: DatabaseOp): boolean {
  if (op.verb === 'read' || isBookkeeping(writtenBy(op))) return false;
  // How far somebody has read, in a helper that says so.
  if (ts.isCallExpression(site.at) && /^mark\w*(?:Read|Seen|Viewed|Opened)$/.test(calleeName(site.at) ?? ''))
    return false;
  if (LOGS.test(op.tableName ?? '') && !asksForMail(entry)) return false;
  if (op.verb === 'delete' && isExpired(context, { ...entry.fn, node: site.at }, op.call.node)) return false;
  // An update without a condition is of all rows there are: nothing that a visit should do.
  if (op.verb === 'update' && isOfAllRows(op) && entry.kind !== 'page') return true;
  const refs = [...op.filter, ...op.data].flatMap(leaves);
  if (refs.some((ref) => TOKEN.test(context.roles.inputName(ref) ?? ''))) return false;
  if (isVouchedFor(context, { ...entry.fn, node: site.at })) return false;
  // A page is asked for by its path: only what comes behind it names something to do.
  const ofUser = refs.some((ref) => speaksOfSession(context, ref));
  const byUrl =
    refs.some((ref) => context.roles.readsQuery(ref) && (entry.kind !== 'page' || comesFromSearch(context, ref))) ||
    (asksForChange(entry) && op.filter.flatMap(leaves).some((ref) => isOfFoundRow(context, ref))) ||
    (ofUser && isAskedFor(context, { ...entry.fn, node: site.at }));
  if (entry.kind === 'page' && !byUrl) return false;
  if (op.verb === 'insert') return (byUrl && ofUser) || (entry.kind === 'route' && isNamedAfterCreation(entry));
  if (byUrl) return true;
  // What is not there yet is filled in; that the second factor is not in use says nothing of its secret.
  const isSecret = op.verb === 'update' && SECRET.test(writtenBy(op));
  const isGap = ({ path }: Value): boolean => !isSecret || !path.length || SECRET.test(path[path.length - 1]!);
  const known = context.conditions.known({ ...entry.fn, node: site.at }).map((fact) => context.roles.missing(fact));
  if (op.verb === 'update' && known.some((test) => test?.missing && test.values.some(isGap))) return false;
  // A load may tidy up what it shows.
  return (
    ofUser &&
    (entry.kind === 'route' ||
      entry.kind === 'procedure' ||
      op.verb === 'delete' ||
      isSecret ||
      isNamedAfterChange(entry))
  );
}

/**
 * Whether a service has been asked about what the URL says and has given the word that is wanted: where the page of a
 * payment sends its visitors back to.
 */
function isVouchedFor(context: FileContext, at: Ref): boolean {
  return context.conditions.known(at).some((fact) => {
    const node = unwrap(fact.ref.node);
    // `signature === createHmac(…)…`, in a helper that is told the secret and the parameters.
    if (fact.truth && ts.isCallExpression(node) && checksSignature(context, { ...fact.ref, node })) return true;
    const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
    // `status.state === 'paid'`, `status.paid`
    const isWord = equality ? !context.roles.missing(fact) && (equality === 'equal') === fact.truth : fact.truth;
    if (!isWord || (ts.isBinaryExpression(node) && !equality)) return false;
    return (ts.isBinaryExpression(node) ? [node.left, node.right] : [node])
      .flatMap((side) => context.values.roots({ ...fact.ref, node: side }))
      .some(({ ref, path }) => {
        if (!path.length || !ts.isCallExpression(ref.node)) return false;
        const call = ref as Ref<ts.CallExpression>;
        return (
          asksService(context, call, 0) &&
          call.node.arguments
            .flatMap((argument) => leaves({ ...call, node: argument }))
            .some((leaf) => context.roles.readsQuery(leaf))
        );
      });
  });
}

/** Whether a call compares what the URL says with what a secret makes of it. */
function checksSignature(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  return (
    call.node.arguments.some((argument) => context.roles.readsQuery({ ...call, node: argument })) &&
    makesMac(context, call, 0)
  );
}

function makesMac(context: FileContext, call: Ref<ts.CallExpression>, depth: number): boolean {
  if (/^(?:createHmac|hmac|timingSafeEqual)$/.test(calleeName(call.node) ?? '')) return true;
  if (depth > 2) return false;
  return context.values
    .targets(call)
    .some(({ node, file }) =>
      context.ops
        .callsIn(file, node)
        .some((inner) => ts.isCallExpression(inner) && makesMac(context, { node: inner, file }, depth + 1)),
    );
}

/** A call that waits for a package or the network to answer, itself or in a helper; not one of a schema or a database. */
function asksService(context: FileContext, call: Ref<ts.CallExpression>, depth: number): boolean {
  if (/^(?:\$?fetch|ofetch|axios|got|ky)$/.test(calleeName(call.node) ?? '')) return true;
  const targets = context.values.targets(call);
  if (targets.length)
    return (
      depth < 2 &&
      targets.some(({ node, file }) =>
        context.ops
          .callsIn(file, node)
          .some((inner) => ts.isCallExpression(inner) && asksService(context, { node: inner, file }, depth + 1)),
      )
    );
  if (!ts.isAwaitExpression(call.node.parent) || context.ops.of(call).length) return false;
  if (depth === 0 && context.roles.readsQuery(call)) return false;
  return context.values
    .callees(call)
    .flatMap((value) =>
      ts.isNewExpression(value.ref.node)
        ? context.values.roots({ ...value.ref, node: value.ref.node.expression })
        : [value],
    )
    .some(({ external }) => external && SERVICE.test(external.module));
}

/** Packages that ask others over the network. */
const SERVICE =
  /^(?:axios|got|ky|ofetch|undici|node-fetch|cross-fetch|superagent|stripe|@stripe\/|@paypal\/|paypal|@mollie\/|razorpay|paystack|@lemonsqueezy\/|@paddle\/|square|mercadopago|@adyen\/|braintree|iyzipay|midtrans|xendit|flutterwave|@polar-sh\/)/;

/** What an authenticator app is set up with. */
const SECRET = /(?:otp|two_?factor|2fa|mfa)\w*(?:secret|key)/i;

/** `db.update(table).set(data)`, with nothing after it. */
function isOfAllRows({ call, filter, sql }: DatabaseOp): boolean {
  const { node } = call;
  return (
    sql === undefined &&
    !filter.length &&
    ts.isCallExpression(node) &&
    calleeName(node) === 'set' &&
    !ts.isPropertyAccessExpression(node.parent)
  );
}

/** `account.id`, where the URL says which account is looked up. */
function isOfFoundRow(context: FileContext, ref: Ref): boolean {
  return context.values
    .deepRoots(ref)
    .flatMap((value) => (value.path.length ? (readBehind(context, value) ?? []) : []))
    .some((read) => {
      const asked = read.filter.flatMap(leaves);
      return (
        asked.some((leaf) => context.roles.readsQuery(leaf)) &&
        !asked.some((leaf) => TOKEN.test(context.roles.inputName(leaf) ?? ''))
      );
    });
}

const TOKEN = /token|code|hash|secret|signature|key/i;

function comesFromSearch(context: FileContext, ref: Ref): boolean {
  return context.values
    .roots(ref)
    .some(
      ({ ref: root, path }) =>
        path.includes('searchParams') ||
        (ts.isCallExpression(root.node) && root.node.expression.getText().includes('searchParams')),
    );
}

/** Whether something is only done when the search says so: `if (url.searchParams.has('remove'))`. */
function isAskedFor(context: FileContext, at: Ref): boolean {
  return context.conditions.known(at).some((fact) => {
    const node = unwrap(fact.ref.node);
    const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
    if ((equality === 'unequal') === fact.truth || context.roles.missing(fact)?.missing) return false;
    const sides = !ts.isBinaryExpression(node) ? [node] : equality ? [node.left, node.right] : [];
    return sides.some(
      (side) =>
        (ts.isCallExpression(side) || ts.isIdentifier(side) || memberOf(side)) &&
        comesFromSearch(context, { ...fact.ref, node: side }) &&
        !TOKEN.test(side.getText()),
    );
  });
}

/** Rows that record or keep something in passing. */
const LOGS =
  /session|token|verification|otp|(?<!e)state(?!ment)|(?<!b|vb|cata|dia)log(?!o|ist)|(?<!re|inter)view|visit|event|analytic|metric|cache|rate|attempt|presence|notification/i;

const CHANGES =
  /^(?:delete|remove|destroy|update|revoke|cancel|approve|ban|promote|disable|unlink|archive|purge|transfer|follow|unfollow|like|vote|subscribe|unsubscribe)(?:[A-Z]\w*)?$/;

/** /billing/cancel is asked for to change something, not to see it. */
function isNamedAfterChange(entry: EntryPoint): boolean {
  return CHANGES.test(lastWord(entry));
}

/** /tickets/create: whoever follows the link makes one more. */
function isNamedAfterCreation(entry: EntryPoint): boolean {
  return /^(?:create|add)(?:[A-Z]\w*)?$/.test(lastWord(entry));
}

function lastWord({ route }: EntryPoint): string {
  const words = route
    .split(/[/.]/)
    .filter((part) => !/^(?:\+?page|\+?server|route|index|get|[cm]?[jt]sx?|\W.*)$/.test(part));
  return words.pop() ?? '';
}

/** A row that is looked up may be tidied up in passing, unless the address says that something is to be done. */
function asksForChange(entry: EntryPoint): boolean {
  return entry.kind !== 'page' && (asksForMail(entry) || isNamedAfterChange(entry));
}

/** A call by name of something that changes data and cannot be seen, with what the URL says. */
function unseenChange(context: FileContext, entry: EntryPoint): ts.CallExpression | undefined {
  if (entry.kind !== 'route' && entry.kind !== 'load') return undefined;
  return context.ops.callsIn(entry.fn.file, entry.fn.node as FunctionNode).find((call): call is ts.CallExpression => {
    if (!ts.isCallExpression(call) || !CHANGES.test(calleeName(call) ?? '')) return false;
    if (/cookie|header|param|cache|listener|query/i.test(call.expression.getText())) return false;
    const ref = { ...entry.fn, node: call };
    if (context.values.targets(ref).length || context.ops.of(ref).length) return false;
    const isOwn = context.values
      .callees(ref)
      .some((value) => (value.external ? isUnseen(value) : ts.isIdentifier(value.ref.node) && !value.path.length));
    return (
      isOwn &&
      call.arguments
        .flatMap((argument) => leaves({ ...ref, node: argument }))
        .some((leaf) => context.roles.readsQuery(leaf) && !TOKEN.test(context.roles.inputName(leaf) ?? ''))
    );
  });
}

/** The names and members that an expression is made of, conditions such as eq(table.id, id) and objects included. */
function leaves(ref: Ref): readonly Ref[] {
  const found: Ref[] = [];
  walk(ref.node, (node) => {
    if (isFunctionNode(node)) return true;
    if (ts.isPropertyAssignment(node)) {
      found.push(...leaves({ ...ref, node: node.initializer }));
      return false;
    }
    if (ts.isShorthandPropertyAssignment(node)) found.push({ ...ref, node: node.name });
    else if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node))
      found.push({ ...ref, node });
    return !ts.isPropertyAccessExpression(node);
  });
  return found.slice(0, 40);
}

/** A route or loader that answers GET, and a page of Astro, whose code runs for each request. */
function isGet(entry: EntryPoint): boolean {
  if (entry.kind === 'page') return entry.framework === 'astro' || entry.framework === 'next';
  if (entry.kind !== 'route' && entry.kind !== 'load' && entry.kind !== 'procedure') return false;
  if (!entry.methods?.includes('GET')) return false;
  return entry.methods.length === 1 || !readsMethod(entry);
}

/** A handler of several methods that tells them apart. */
function readsMethod({ fn }: EntryPoint): boolean {
  let reads = false;
  walk(fn.node, (node) => {
    if (
      (ts.isPropertyAccessExpression(node) && node.name.text === 'method') ||
      (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'method')
    )
      reads = true;
    return !reads;
  });
  return reads;
}

/** A route of which it is not known which methods it answers. */
function mayBeGet(entry: EntryPoint): boolean {
  return entry.kind === 'route' && (!entry.methods || entry.methods.includes('GET'));
}

/** Where the method is known to be GET: past `if (req.method !== 'GET') return …`, in `case 'GET':`. */
function isWithinGet(context: FileContext, at: Ref): boolean {
  const isMethod = (node: ts.Node): boolean => memberOf(unwrap(node))?.name === 'method';
  for (let node: ts.Node = at.node; node.parent && !isFunctionNode(node); node = node.parent) {
    const { parent } = node;
    if (!ts.isCaseClause(parent) || parent.expression === node) continue;
    return isMethod(parent.parent.parent.expression) && stringValue(parent.expression) === 'GET';
  }
  return context.conditions.known(at).some((fact) => {
    const node = unwrap(fact.ref.node);
    if (fact.equals) return fact.truth && isMethod(node) && stringValue(fact.equals) === 'GET';
    const equality = ts.isBinaryExpression(node) ? isEquality(node.operatorToken.kind) : undefined;
    if (!ts.isBinaryExpression(node) || !equality || (equality === 'equal') !== fact.truth) return false;
    return [
      [node.left, node.right],
      [node.right, node.left],
    ].some(([side, other]) => isMethod(side!) && stringValue(unwrap(other!)) === 'GET');
  });
}

/** A page that looks at the method (Astro pages answer POST as well). */
function isMethodChecked(entry: EntryPoint): boolean {
  if (entry.framework !== 'astro' || !ts.isSourceFile(entry.fn.node)) return false;
  return /\.method\b/.test(entry.fn.file.text);
}

/** Wanted by the request: not a session that is cleaned up because it, or its user, is no longer good. */
function isWanted(context: FileContext, entry: EntryPoint, site: Site): boolean {
  const at = { ...entry.fn, node: site.at };
  if (onlyWithoutSession(context, at)) return false;
  if (takesToken(entry)) return false;
  if (site.op.kind === 'lucia' && site.op.own && tidiesUp(context, { ...at, node: site.at }, site.op.call.node, 0))
    return false;
  // What looks who is signed in may end a session that it finds no good.
  if (site.op.call.node !== site.at && (isInWrapper(context, site.op.call) || turnsAway(context, site.op.call)))
    return false;
  return !context.conditions.known(at).some((fact) => {
    if (saysNoRow(context, fact)) return true;
    const node = unwrap(fact.ref.node);
    const member = memberOf(node);
    if (
      member &&
      fact.truth &&
      /^(?:is_?)?(?:banned|disabled|deleted|suspended|blocked|locked|frozen|inactive|deactivated|archived)(?:_?at)?$/i.test(
        member.name,
      )
    )
      return true;
    return (
      ts.isBinaryExpression(node) &&
      [node.left, node.right].some((side) => /\.method$/.test(side.getText()) || stringValue(side) === 'POST') &&
      !isWithinGet(context, at)
    );
  });
}

function isInWrapper(context: FileContext, { node: call, file }: Ref): boolean {
  for (let node = enclosingFunction(call); node; node = enclosingFunction(node))
    if (context.roles.isWrapper({ node, file })) return true;
  return false;
}

/** Whether a helper that validates the session ends it only where it then gives back nobody, and somebody elsewhere. */
function turnsAway(context: FileContext, { node: call, file }: Ref): boolean {
  const fn = enclosingFunction(call);
  if (!fn?.body || !ts.isBlock(fn.body)) return false;
  let branch: ts.Node | undefined;
  for (let node: ts.Node = call; node !== fn && !branch; node = node.parent)
    if (ts.isIfStatement(node.parent) && node !== node.parent.expression) branch = node;
  if (!branch) return false;
  const last = ts.isBlock(branch) ? branch.statements[branch.statements.length - 1] : branch;
  if (!last || !(ts.isThrowStatement(last) || (ts.isReturnStatement(last) && givesNobody(last)))) return false;
  if (!context.ops.sites({ node: fn, file }).some(({ op }) => op.kind === 'lucia' && op.method === 'validateSession'))
    return false;
  let gives = false;
  walk(fn.body, (node) => {
    if (ts.isReturnStatement(node) && !isInside(node, branch) && !givesNobody(node))
      gives ||= !onlyWithoutSession(context, { node, file });
    return !isFunctionNode(node);
  });
  return gives;
}

/** `return`, `return null`, `return { user: null, session: null }` */
function givesNobody({ expression }: ts.ReturnStatement): boolean {
  const node = expression && unwrap(expression);
  const isNobody = (value: ts.Node): boolean =>
    value.kind === ts.SyntaxKind.NullKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isIdentifier(value) && value.text === 'undefined');
  if (!node || isNobody(node)) return true;
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every((property) => ts.isPropertyAssignment(property) && isNobody(unwrap(property.initializer)))
  );
}

/** A row that was asked for is not there (any more): the account of the session, for one. */
function saysNoRow(context: FileContext, fact: Fact): boolean {
  const test = context.roles.missing(fact);
  const reads = ({ op }: Pick<Site, 'op'>): boolean => op.kind === 'database' && op.verb === 'read';
  return (
    !!test?.missing &&
    test.values.some(({ ref }) => {
      if (!ts.isCallExpression(ref.node)) return false;
      const call = ref as Ref<CallLike>;
      return (
        context.ops.of(call).some((op) => reads({ op })) ||
        context.values.targets(call).some((target) => context.ops.sites(target).some(reads))
      );
    })
  );
}

/** Whether the way from a call to what ends or deletes something leads through a test that it has expired or is gone. */
function tidiesUp(context: FileContext, from: Ref<CallLike>, end: ts.Node, depth: number): boolean {
  if (saysStale(context, from)) return true;
  if (from.node === end || depth > 4) return false;
  return context.values
    .targets(from)
    .some(({ node, file }) =>
      context.ops
        .callsIn(file, node)
        .some(
          (call) =>
            leadsTo(context, { node: call, file }, end, depth + 1) &&
            tidiesUp(context, { node: call, file }, end, depth + 1),
        ),
    );
}

function leadsTo(context: FileContext, call: Ref<CallLike>, end: ts.Node, depth: number): boolean {
  if (call.node === end) return true;
  return (
    depth < 5 &&
    context.values
      .targets(call)
      .some((target) =>
        context.ops.sites({ node: target.node, file: target.file }).some(({ op }) => op.call.node === end),
      )
  );
}

function saysStale(context: FileContext, call: Ref): boolean {
  return (
    context.conditions.known(call).some((fact) => context.roles.missing(fact)?.missing) || saysExpired(context, call)
  );
}

function saysExpired(context: FileContext, call: Ref): boolean {
  return context.conditions.known(call).some((fact) => {
    const node = unwrap(fact.ref.node);
    return (
      ts.isBinaryExpression(node) &&
      /^[<>]=?$/.test(node.operatorToken.getText()) &&
      /expir(?:es|y|ation)/i.test(node.getText())
    );
  });
}

/** A row that has had its time, or that turned out to be broken, is cleared away by whoever asks for it. */
function isExpired(context: FileContext, from: Ref, end: ts.Node, depth = 0): boolean {
  if (saysExpired(context, from) || isInCatch(from.node)) return true;
  if (from.node === end || depth > 4 || !ts.isCallExpression(from.node)) return false;
  return context.values
    .targets(from as Ref<CallLike>)
    .some(({ node, file }) =>
      context.ops
        .callsIn(file, node)
        .some(
          (call) =>
            leadsTo(context, { node: call, file }, end, depth + 1) &&
            isExpired(context, { node: call, file }, end, depth + 1),
        ),
    );
}

function isInCatch(node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current); current = current.parent)
    if (ts.isCatchClause(current)) return true;
  return false;
}

const LINKS =
  /(?:verif|confirm|unsubscrib|callback|magic|reset|activate|webhook|cron|invite|accept|token|\[code\]|:code|oauth)/i;

function takesToken(entry: EntryPoint): boolean {
  // Who asks for a mail has no token yet.
  return LINKS.test(entry.route) && !(asksForMail(entry) && !/token|code/i.test(entry.route));
}

/** /send-confirmation, /verify/resend */
function asksForMail({ route }: EntryPoint): boolean {
  return /resend/i.test(route) || /(?<![a-zA-Z])send(?=[-_/A-Z]|$)/.test(route);
}

/** What a statement writes, as text. */
function writtenBy(op: DatabaseOp): string {
  const set = /\bset\b([\s\S]*?)(?:\bwhere\b|$)/i.exec(op.sql ?? '')?.[1];
  return [set ?? '', ...op.data.map((ref) => ref.node.getText())].join(' ');
}

/** Counters, times of the last visit, and the tokens that a provider gives when the old ones have run out. */
function isBookkeeping(data: string): boolean {
  return /\b(?:last_?seen|last_?(?:active|login|visit|read)|views?|viewCount|clicks?|visits?|(?:access|refresh)_?token|last_?sync|(?:is_?)?read(?:_?at)?|seen(?:_?at)?|opened(?:_?at)?|online|increment)/i.test(
    data,
  );
}
