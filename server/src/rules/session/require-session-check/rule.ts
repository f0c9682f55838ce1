import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import type { Owner, Site } from '../../../core/ops';
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
  statementOf,
  stringValue,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { exportNamesOf } from '../../../core/model';
import type { Ref, Value } from '../../../core/values';
import { askForUserFix } from '../../_shared/handler-fix';
import { isGuarded, isGuardedAround, mentionsSession, mentionsSessionIn } from '../../_shared/guards';
import { apparentGuard, isBelowGuard } from '../../_shared/layouts';
import { isOpenByContent, OPEN_ROUTE, PUBLISHED } from '../../_shared/open';
import { comesWithPeople, holdsPersonalData } from '../../_shared/personal';
import { madeBy, mountsOf } from '../../_shared/routers';
import { selectsAnyColumns } from '../../_shared/rows';
import { isTableOfUsers, prismaModels, referredBy, tableOf, tableOfOperation } from '../../_shared/schema';

/** Tables that anybody may add to. Reviews, blogs, leaders and estates are none of them. */
const OPEN_TABLE =
  /contact|newsletter|subscri|wait(?:ing)?_?list|early_?access|feedback|message|lead(?!er)|(?<!b|vb|cata|dia)log(?!o|ist)|event|visit|(?<!re|inter)view|analytics|metric|rate|throttl|attempt|token|verif(?:y|ication)|cache|sign_?ups?(?:_?table)?$|(?<!e)state(?!ment)|webhook_?deliver|outbox/i;
/** Of these tables everybody may add to, rows that are there belong to somebody. */
const OPEN_TO_ADD = /^\W*(?:\w*_)?(?:messages?|events?|feedbacks?|logs?|contacts?|leads?)\W*$/i;

/** What visitors are asked for, whoever they are. */
const ANSWERS = /survey|poll(?!ut)|response|submission|enquir|inquir/i;

const PEOPLE = /^(?:\w*_)?users?(?:Table|Model|s)?$/i;

/** Records of people or money that no site shows to everybody. */
const PERSONAL =
  /patient|medical|invoice|payment|(?<!read_?|delivery_?|message_?|push_?)receipts?(?:_?table)?$|payroll|salar|customer|employee|bank|transaction|prescription/i;

const GUARD_NAME =
  /^(?:require|ensure|assert|protect|check|verify|is|with|use|must)\w*(?:auth|session|user|login|logged|signed|admin|role)|^auth(?:enticate|orize|Guard|Middleware|Required)|^(?:protect|guard)/i;

interface State {
  readonly entry: EntryPoint;
}

export default defineRule<State>({
  id: 'require-session-check',
  family: 'session',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 862,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A handler that clients can reach changes data, or hands out the user table or other records of private people, before anything in it or around it has looked at the session.',
    why: 'Route handlers, form actions and server actions are public endpoints, whatever page shows the button for them. Without a check, anybody can send the request.',
    how: 'Call your session wrapper first and leave with 401 when there is no user, or put the route behind a guard.',
    limits:
      'Login, sign-up, callbacks, webhooks, resets and handlers that check a signature, a secret or a one-time token are left alone, as is any handler whose helpers cannot be resolved.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 8.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
    {
      title: 'OWASP Authorization Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
    },
  ],
  messages: {
    write: 'This handler changes data (`{table}`) without checking who is signed in.',
    skipped: 'This handler changes data (`{table}`) and looks at the session only when `{input}` is not sent.',
    unchecked: 'This handler asks who is signed in, and changes data (`{table}`) when nobody is.',
    service: 'This handler {what} without checking who is signed in.',
    read: 'This handler hands out rows of `{table}` without checking who is signed in.',
  },
  words: [
    'async',
    'await',
    'insert',
    'update',
    'delete',
    'create',
    'upsert',
    'INSERT',
    'UPDATE',
    'DELETE',
    'save',
    'select',
    'find',
    'remove',
    'exec',
    'spawn',
    'writeFile',
    'unlink',
    'sign',
  ],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (entry.kind === 'middleware' || entry.kind === 'layout' || entry.kind === 'page') continue;
      const sites = context.ops.sites(entry.fn);
      const isOpenRoute = isOpenByName(context, entry) || isMountedOpen(context, entry);
      if (isOpenRoute && !sites.some(({ op }) => op.kind === 'database' && givesToken(context, entry, op))) continue;
      const hit = entry.kind === 'load' ? dangerousLoad(context, entry, sites) : dangerous(context, entry, sites);
      const service =
        hit || entry.kind === 'load' ? undefined : (serviceCall(context, entry.fn, 0) ?? machineCall(context, entry));
      if (service) {
        if (isOpenByContent(context, entry, sites) || mentionsSession(context, entry.fn)) continue;
        if (isGuardedAround(context, entry) || !hasSessions(context)) continue;
        report({
          at: handlerName(entry),
          message: 'service',
          data: { what: service.what },
          related: [context.related(service.call, 'It is done here.')],
          state: { entry },
        });
        continue;
      }
      if (!hit || isOpenByContent(context, entry, nobodyIsNamed(context, entry, hit) ? sites : changesOf(sites)))
        continue;
      const skipped =
        hit.op.kind === 'database' && hit.op.verb !== 'read' ? skippedCheck(context, entry.fn, hit) : undefined;
      const isLooked = !skipped && mentionsSession(context, entry.fn);
      const inVain = isLooked && entry.kind !== 'load' ? changeBeforeCheck(context, entry, sites) : undefined;
      if ((isLooked && !inVain) || isGuardedAround(context, entry) || !hasSessions(context)) continue;
      if (inVain) {
        report({
          at: handlerName(entry),
          message: 'unchecked',
          data: { table: (inVain.op as DatabaseOp).tableName ?? 'the database' },
          related: [context.related(context.ref(inVain.at), 'The database is reached here.')],
          state: { entry },
        });
        continue;
      }
      if (skipped) {
        report({
          at: skipped,
          message: 'skipped',
          data: { table: (hit.op as DatabaseOp).tableName ?? 'the database', input: skipped.getText() },
          related: [context.related(context.ref(hit.at), 'The database is reached here.')],
          state: { entry },
        });
        continue;
      }
      // Where a layout or a load seems to guard the handler, the rule about that speaks up; this one says what is at stake.
      const seems = apparentGuard(context, entry);
      report({
        at: seems ? (ts.isCallExpression(hit.at) ? hit.at.expression : hit.at) : handlerName(entry),
        ...(seems && { severity: 'information' }),
        message: hit.op.kind === 'database' && hit.op.verb === 'read' ? 'read' : 'write',
        data: { table: (hit.op as DatabaseOp).tableName ?? 'the database' },
        related: [context.related(context.ref(hit.at), 'The database is reached here.')],
        state: { entry },
      });
    }
  },
  fixes: ({ entry }, context) => askForUserFix(context, entry),
});

/**
 * `if (!ownerId) ownerId = session.userId`: the session is asked only who is meant when the request does not say it.
 * Gives back the input that decides.
 */
function skippedCheck(context: FileContext, fn: Owner, { at }: Site): ts.Identifier | undefined {
  if (ts.isSourceFile(fn.node) || !fn.node.body) return undefined;
  let found: ts.Identifier | undefined;
  walk(fn.node.body, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (!ts.isIfStatement(node) || node.elseStatement || isInside(at, node)) return true;
    const input = inputMissing(context, { ...fn, node: node.expression });
    if (!input || !isReplaced(node.thenStatement, input.text)) return true;
    if (!mentionsSessionIn(context, fn, node.thenStatement)) return true;
    if (!mentionsSessionIn(context, fn, fn.node, node.thenStatement)) found = input;
    return false;
  });
  return found;
}

/**
 * `const user = await getUser(); await db.post.delete({ where: { id } });`: a change before anything is done with the user
 * that the handler has asked for, who may be nobody.
 */
function changeBeforeCheck(context: FileContext, entry: EntryPoint, sites: readonly Site[]): Site | undefined {
  const { fn } = entry;
  if (ts.isSourceFile(fn.node) || !fn.node.body) return undefined;
  const asked = context.file.calls.find(
    (call): call is ts.CallExpression =>
      ts.isCallExpression(call) &&
      enclosingFunction(call) === fn.node &&
      !!context.roles.sessionPart(context.ref(call)) &&
      mayGiveNobody(context, context.ref(call)),
  );
  const declared = asked && wrapped(asked).parent;
  if (!declared || !ts.isVariableDeclaration(declared)) return undefined;
  if (mentionsSessionIn(context, fn, fn.node, declared)) return undefined;
  const uses = namesOf(declared.name).flatMap((name) => usesOf(context, name));
  return sites.find(({ op, at, direct }) => {
    const statement = statementOf(at);
    return (
      op.kind === 'database' &&
      // What helpers write for themselves, like when somebody was last seen or how often they asked, is no such change.
      direct &&
      at.pos > declared.end &&
      (op.verb === 'update' || op.verb === 'delete') &&
      !isOpenTable(context, op) &&
      !isCleanUp(op) &&
      !!statement &&
      isInside(at, fn.node) &&
      uses.every((use) => use.pos > statement.end) &&
      !isGuarded(context, context.ref(at))
    );
  });
}

/** Whether a wrapper visibly comes back without a session: with null, or with an object in which the user is null. */
function mayGiveNobody(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const isNull = (node: ts.Node): boolean => unwrap(node).kind === ts.SyntaxKind.NullKeyword;
  const targets = context.values.targets(call);
  return (
    targets.length > 0 &&
    targets.every((target) =>
      context.values.returned(target).some(({ node }) => {
        const given = unwrap(node);
        const user = ts.isObjectLiteralExpression(given)
          ? (propertyOf(given, 'user') ?? propertyOf(given, 'session'))
          : undefined;
        return isNull(given) || (!!user && isNull(user));
      }),
    )
  );
}

/** The variable with a part of the request for whose absence a test asks. */
function inputMissing(context: FileContext, test: Ref<ts.Expression>): ts.Identifier | undefined {
  for (const fact of context.conditions.implied(test, true)) {
    if (!context.roles.missing(fact)?.missing) continue;
    const node = unwrap(fact.ref.node);
    for (const side of ts.isBinaryExpression(node) ? [node.left, node.right] : [node]) {
      const inner = unwrap(side);
      if (ts.isIdentifier(inner) && context.roles.readsQuery({ ...fact.ref, node: inner })) return inner;
    }
  }
  return undefined;
}

function isReplaced(block: ts.Node, name: string): boolean {
  let found = false;
  walk(block, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      found ||= ts.isIdentifier(unwrap(node.left)) && unwrap(node.left).getText() === name;
    return !found && !isFunctionNode(node);
  });
  return found;
}

/**
 * A path that is open by its purpose. Who answers an invitation or asks to be contacted needs no session; who changes any
 * of them or reads contacts does.
 */
function isOpenByName(context: FileContext, entry: EntryPoint): boolean {
  const { route, fn } = entry;
  if (!OPEN_ROUTE.test(route)) return false;
  const [name] = isServerFunction(context, entry) ? exportNamesOf(fn.file, fn.node) : [];
  const records = /^(?:update|edit|delete|remove|archive)/.test(name ?? '')
    ? RECORDS
    : /^(?:get|list|find|fetch|search|export)/.test(name ?? '') && /contacts?/gi;
  return !(records && !OPEN_ROUTE.test(route.replace(records, '')));
}

/** Words of open paths that are records as well. */
const RECORDS = /invit\w*|feedback\w*|confirm\w*/gi;

/** The route at the root of a router is called what the router is mounted as: `app.route('/register', router)`. */
function isMountedOpen(context: FileContext, entry: EntryPoint): boolean {
  if (entry.route !== '/' && entry.route !== '') return false;
  const given = context.frameworks.registrations(entry.fn);
  return given.some(({ call }) => {
    const router = memberOf(unwrap(call.node.expression));
    const made = router && madeBy(context, { ...call, node: router.object });
    return !!made && mountsOf(context, made).some(({ node }) => OPEN_ROUTE.test(stringValue(node.arguments[0]) ?? ''));
  });
}

/** Sessions are in use in this project, so that their absence here says something. */
function hasSessions(context: FileContext): boolean {
  return (
    context.roles.wrappers(context.path).length > 0 ||
    context.roles.projectInstances(context.path).length > 0 ||
    context.project.hasOwnSessions(context.path) ||
    context.file.calls.some((call) => ts.isCallExpression(call) && !!context.roles.sessionPart(context.ref(call)))
  );
}

function isOpenTable(context: FileContext, op: DatabaseOp): boolean {
  const table = op.tableName ?? '';
  if (isOfAppointments(context, op)) return false;
  if (op.verb === 'insert' && ANSWERS.test(table)) return true;
  return OPEN_TABLE.test(table) && (op.verb === 'insert' || !OPEN_TO_ADD.test(table));
}

const APPOINTMENT =
  /^(?:title|location|venue|place|address|duration|capacity|max_?\w+|prices?|starts?_?(?:at|on|date|time)?|ends?_?(?:at|on|date|time)?|(?:event_?)?date)$/i;

const TRACE =
  /^(?:url|path\w*|page\w*|ip\w*|user_?agent|referr?er|payload|properties|metadata|session_?id|visitor\w*)$/i;

/** Events that have a place and a time, which somebody plans: others are traces that visitors leave. */
function isOfAppointments(context: FileContext, op: DatabaseOp): boolean {
  const name = op.tableName ?? '';
  if (op.sql !== undefined || !/event/i.test(name) || OPEN_TABLE.test(name.replace(/event/gi, ''))) return false;
  const model = prismaModels(context).get(name.toLowerCase());
  const columns = [...(tableOfOperation(context, op)?.columns.keys() ?? model?.fields.keys() ?? [])];
  return (
    columns.filter((column) => APPOINTMENT.test(column)).length > 1 && !columns.some((column) => TRACE.test(column))
  );
}

/** Whether the request says whose message is added: visitors have no user whose id they could send. */
function writesForUser(context: FileContext, op: DatabaseOp): boolean {
  return (
    op.verb === 'insert' &&
    /message/i.test(op.tableName ?? '') &&
    isForUser(context, op, (value) => context.roles.readsQuery(value))
  );
}

/** A server function that adds a token for whichever user its caller names: a helper that a directive has made public. */
function givesToken(context: FileContext, entry: EntryPoint, op: DatabaseOp): boolean {
  if (entry.kind !== 'action' || ts.isSourceFile(entry.fn.node) || op.verb !== 'insert') return false;
  if (!/token|verif|reset/i.test(op.tableName ?? '') || !isServerFunction(context, entry)) return false;
  return isForNamedUser(context, entry, op);
}

/** Whether what is added is for whichever user the caller of a server function names. */
function isForNamedUser(context: FileContext, { fn }: EntryPoint, op: DatabaseOp): boolean {
  if (ts.isSourceFile(fn.node)) return false;
  const { parameters } = fn.node;
  return isForUser(context, op, (value) =>
    context.values
      .roots(value)
      .some(({ ref, external, path }) => !external && path.length < 2 && parameters.some((own) => own === ref.node)),
  );
}

/** Who knows a code may be let in by it: as which user, the caller of a server function is not to say. */
function nobodyIsNamed(context: FileContext, entry: EntryPoint, { op }: Site): boolean {
  return !(
    op.kind === 'database' &&
    op.verb === 'insert' &&
    isServerFunction(context, entry) &&
    isForNamedUser(context, entry, op)
  );
}

function changesOf(sites: readonly Site[]): readonly Site[] {
  return sites.filter(({ op }) => op.kind !== 'database' || op.verb !== 'read');
}

function isServerFunction(context: FileContext, { framework, fn }: EntryPoint): boolean {
  return /^(?:next|solidstart)$/.test(framework) && isFunctionNode(fn.node) && context.file.directive === 'use server';
}

/** Whether what is added names its user by a value of some kind. */
function isForUser(context: FileContext, op: DatabaseOp, isMeant: (value: Ref) => boolean): boolean {
  if (op.sql !== undefined) return false;
  return op.data
    .flatMap((ref) => context.values.roots(ref))
    .some(({ ref, path }) => {
      const { node } = ref;
      if (path.length || !ts.isObjectLiteralExpression(node)) return false;
      return node.properties.some((property) => {
        const value = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        return (
          !!value &&
          /^(?:user|sender|author|account|member|owner)_?id$/i.test(propertyName(property.name) ?? '') &&
          isMeant({ ...ref, node: value })
        );
      });
    });
}

/** A load that deletes or changes rows: whoever opens the page does it. Counting visits is no such change. */
function writeOnLoad(context: FileContext, sites: readonly Site[]): Site | undefined {
  return sites.find(
    ({ op }) =>
      op.kind === 'database' &&
      (op.verb === 'delete' || op.verb === 'update') &&
      !isOpenTable(context, op) &&
      !isCleanUp(op) &&
      !isFoundByLayout(context, op) &&
      !/view|visit|count|seen|increment|hits/i.test(op.data.map((ref) => ref.node.getText()).join(' ')),
  );
}

/** `const { basket } = await parent()`: the layouts above have found the row, for whoever is there. */
function isFoundByLayout(context: FileContext, op: DatabaseOp): boolean {
  return op.filter.some((filter) => {
    let isFound = false;
    walk(filter.node, (node) => {
      if (ts.isPropertyAccessExpression(node) || ts.isIdentifier(node))
        isFound ||= context.values
          .roots({ ...filter, node })
          .some(
            ({ ref, path }) => path.length > 0 && ts.isCallExpression(ref.node) && calleeName(ref.node) === 'parent',
          );
      return !isFound;
    });
    return isFound;
  });
}

/** What a load does that nobody should see or do who is not signed in. Who a page is about, everybody may see: not who they are. */
function dangerousLoad(context: FileContext, entry: EntryPoint, sites: readonly Site[]): Site | undefined {
  const write = writeOnLoad(context, sites);
  if (write || entry.framework !== 'sveltekit' || isBelowGuard(context)) return write;
  return sites.find(
    ({ op, at }) =>
      op.kind === 'database' &&
      op.verb === 'read' &&
      (holdsPersonalData(context, op) || comesWithPeople(context, op)) &&
      isHandedOut(context, at, 0),
  );
}

/** What packages do for a handler that costs money or lets somebody in. */
const SERVICES: readonly { readonly module: RegExp; readonly name: RegExp; readonly what: string }[] = [
  {
    module:
      /^(?:@aws-sdk\/(?:client-s3|s3-request-presigner|s3-presigned-post)|@vercel\/blob|cloudinary|minio|@google-cloud\/storage)$/,
    name: /^(?:getSignedUrl|createPresignedPost|PutObjectCommand|DeleteObjectCommand|put|del|upload|upload_stream|putObject|presignedPutObject|destroy|save)$/,
    what: 'stores files or lets others store them',
  },
  {
    module: /^uploadthing\/server$/,
    name: /^(?:deleteFiles|renameFiles|uploadFiles)$/,
    what: 'changes the files that users have uploaded',
  },
  {
    module: /^(?:livekit-server-sdk|stream-chat|ably|pusher|agora-token|twilio)$/,
    name: /^(?:AccessToken|createToken|createTokenRequest|authorizeChannel|authenticate|buildTokenWithUid)$/,
    what: 'hands out access tokens',
  },
];

function serviceCall(context: FileContext, owner: Owner, depth: number): { call: Ref; what: string } | undefined {
  for (const node of context.ops.callsIn(owner.file, owner.node)) {
    const call: Ref<CallLike> = { node, file: owner.file };
    const name = calleeName(node) ?? '';
    for (const { module, name: names, what } of SERVICES) {
      if (!names.test(name)) continue;
      const parts = context.values.callees(call);
      if (!parts.some((value) => isOf(context, value, module, 0))) continue;
      if (!signsRead(context, call)) return { call, what };
    }
    if (depth >= 2) continue;
    for (const target of context.values.targets(call)) {
      const found = serviceCall(context, { node: target.node, file: target.file }, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

const MACHINE =
  /['"](?:(?:node:)?(?:child_process|fs|fs\/promises)|fs-extra|jsonwebtoken)['"]|R2|BUCKET|\bhttpMetadata\b/;

/** What a request may make the machine do that the handler runs on, or have signed for whomever it names. */
function machineCall(context: FileContext, entry: EntryPoint): { call: Ref; what: string } | undefined {
  const mayWrite = entry.methods?.every((method) => method === 'GET' || method === 'HEAD') !== true;
  const visit = (owner: Owner, depth: number): { call: Ref; what: string } | undefined => {
    const hasMeans = MACHINE.test(owner.file.text);
    for (const node of context.ops.callsIn(owner.file, owner.node)) {
      const call: Ref<CallLike> = { ...owner, node };
      const what = hasMeans && whatMachineDoes(context, entry, call, mayWrite);
      if (what) return { call, what };
      const targets = depth < MAX_HELPERS && ts.isCallExpression(node) ? context.values.targets(call) : [];
      for (const target of targets) {
        const found = visit(target, depth + 1);
        if (found) return found;
      }
    }
    return undefined;
  };
  return visit(entry.fn, 0);
}

/** Through how many helpers it is followed what the machine is made to do. */
const MAX_HELPERS = 2;

function whatMachineDoes(
  context: FileContext,
  entry: EntryPoint,
  call: Ref<CallLike>,
  mayWrite: boolean,
): string | undefined {
  const given = argumentsOf(call.node).map((node): Ref => ({ ...call, node }));
  const isGiven = (refs: readonly Ref[]): boolean => refs.some((ref) => isOfRequest(context, entry, ref));
  if (mayWrite && fillsBucket(context, call) && isGiven(given.slice(0, 2))) return 'stores files that it is sent';
  for (const { module, name } of externals(context, call)) {
    if (/^(?:node:)?child_process$/.test(module) && /^(?:exec|execFile|spawn)(?:Sync)?$/.test(name) && isGiven(given))
      return 'runs commands with what it is sent';
    if (
      mayWrite &&
      /^(?:(?:node:)?fs(?:\/promises)?|fs-extra)$/.test(module) &&
      /^(?:writeFile|outputFile|createWriteStream|unlink|rm|remove|rename)(?:Sync)?$/.test(name) &&
      isGiven(given.slice(0, 2)) &&
      !isPassing(context, given[0])
    )
      return 'changes files as it is told';
    if (module === 'jsonwebtoken' && name === 'sign' && given[0] && isForId(context, entry, given[0]))
      return 'signs a token for whomever the request names';
  }
  return undefined;
}

/** `env.BUCKET.put(name, file)`: a bucket that a worker is bound to. What it keeps as keys and values is no file. */
function fillsBucket(context: FileContext, { node, file }: Ref<CallLike>): boolean {
  const member = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
  if (member?.name !== 'put') return false;
  const options = argumentsOf(node)[2];
  if (options && ts.isObjectLiteralExpression(options))
    if (options.properties.some(({ name }) => name && propertyName(name) === 'httpMetadata')) return true;
  const names = context.values.roots({ node: member.object, file }).map(({ path }) => path[path.length - 1]);
  return [memberOf(unwrap(member.object))?.name, ...names].some((name) =>
    /(?:^|_)(?:R2|BUCKET)(?:_|$)/.test(name ?? ''),
  );
}

/** The functions of packages that a call runs, themselves or made to give a promise: `promisify(exec)(…)`. */
function externals(context: FileContext, call: Ref<CallLike>): readonly { module: string; name: string }[] {
  return context.values.callees(call).flatMap((value) => {
    const made = value.ref.node;
    const isPromisified = !value.external && ts.isCallExpression(made) && calleeName(made) === 'promisify';
    const [inner] = isPromisified ? made.arguments : [];
    return (inner ? context.values.roots({ ...value.ref, node: inner }) : [value]).flatMap(({ external, path }) =>
      external ? [{ module: external.module, name: path[path.length - 1] ?? external.name }] : [],
    );
  });
}

/** Whether a part of the request is in an expression, or in what its names stand for. */
function isOfRequest(context: FileContext, entry: EntryPoint, ref: Ref, depth = 0): boolean {
  let found = false;
  walk(ref.node, (node) => {
    if (found || isFunctionNode(node)) return false;
    const { parent } = node;
    const isName =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node);
    if (!ts.isIdentifier(node) || isName) return true;
    const at: Ref = { ...ref, node };
    found =
      context.roles.readsQuery(at) ||
      context.values.roots(at).some(({ ref: root, external }) => {
        if (external || root.node === node) return false;
        if (ts.isParameter(root.node)) return root.node.parent === entry.fn.node && isServerFunction(context, entry);
        return depth < MAX_STEPS && isOfRequest(context, entry, root, depth + 1);
      });
    return !found;
  });
  return found;
}

/** Through how many names it is followed what an argument is made of. */
const MAX_STEPS = 4;

/** A file that is there only while the request is answered, or that can be made again. */
function isPassing(context: FileContext, path: Ref | undefined): boolean {
  return (
    !!path &&
    [path, ...context.values.roots(path).map(({ ref }) => ref)].some(({ node }) =>
      /tmp|temp(?!late)|cache/i.test(node.getText()),
    )
  );
}

/** `{ userId: body.userId }`: what is signed says who somebody is, and the request has said so. */
function isForId(context: FileContext, entry: EntryPoint, payload: Ref): boolean {
  // Who shows a secret of some kind has it checked in one of many ways.
  if (/passw|otp|pin\b|code|hash|nonce|signature|challenge|refresh|verif/i.test(entry.fn.node.getText())) return false;
  return context.values.roots(payload).some(({ ref, path }) => {
    if (path.length || !ts.isObjectLiteralExpression(ref.node)) return false;
    return ref.node.properties.some((property) => {
      const value = ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
      const isId = /^(?:id|sub|uid|user_?id|account_?id)$/i.test(propertyName(property.name) ?? '');
      return !!value && isId && context.roles.readsQuery({ ...ref, node: value });
    });
  });
}

/** `getSignedUrl(client, new GetObjectCommand(…))`: an address to read from changes nothing. */
function signsRead(context: FileContext, call: Ref<CallLike>): boolean {
  const { node } = call;
  if (!ts.isCallExpression(node) || calleeName(node) !== 'getSignedUrl' || !node.arguments[1]) return false;
  return context.values
    .roots({ ...call, node: node.arguments[1] })
    .some(({ ref }) => ts.isNewExpression(ref.node) && /^(?:Get|Head|List)/.test(calleeName(ref.node) ?? ''));
}

/** Something of a package, or of an instance that one of its classes or functions makes. */
function isOf(context: FileContext, value: Value, module: RegExp, depth: number): boolean {
  if (value.external) return module.test(value.external.module);
  const { node } = value.ref;
  if (depth > 2 || !(ts.isNewExpression(node) || ts.isCallExpression(node))) return false;
  return context.values
    .roots({ ...value.ref, node: node.expression })
    .some((inner) => isOf(context, inner, module, depth + 1));
}

function dangerous(context: FileContext, entry: EntryPoint, sites: readonly Site[]): Site | undefined {
  const readOnly =
    entry.methods !== undefined && entry.methods.every((method) => method === 'GET' || method === 'HEAD');
  const database = sites.filter((site): site is Site & { op: DatabaseOp } => site.op.kind === 'database');
  if (!readOnly && !placesOrder(context, entry, database)) {
    const write = database.find(
      ({ op }) =>
        op.verb !== 'read' &&
        !isCleanUp(op) &&
        (!isOpenTable(context, op) || writesForUser(context, op) || givesToken(context, entry, op)),
    );
    if (write) return write;
  }
  return database.find(({ op, at }) => {
    if (op.verb !== 'read') return false;
    const table = op.tableName ?? '';
    // Whole rows of the user table, as in a public dump, and of tables that are nobody else's business.
    const isWhole = !selectsAnyColumns(context, op);
    const isPrivate =
      isWhole &&
      (PEOPLE.test(table) || PERSONAL.test(table) || (readOnly && isTreatedAsPrivate(context, entry, table)));
    if (
      isPrivate ||
      holdsPersonalData(context, op) ||
      comesWithPeople(context, op) ||
      (readOnly && isOfNamedPerson(context, op))
    )
      return isHandedOut(context, at, 0);
    if (!isWhole || !isLeftUnasked(context, entry, op)) return false;
    return isHandedOut(context, at, 0) || isReckonedWith(context, at);
  });
}

/** What guests of a restaurant, a shop or a practice ask for. */
const ORDER = /^(?:orders?|bookings?|reservations?|appointments?)(?:_?table)?$/i;

/** Whether a handler takes an order of a kind that belongs to no account: whoever sits at the table gives it. */
function placesOrder(
  context: FileContext,
  { route }: EntryPoint,
  sites: readonly (Site & { op: DatabaseOp })[],
): boolean {
  if (/admin|staff|manage|dashboard/i.test(`${context.path} ${route}`)) return false;
  return sites.some(({ op }) => {
    if (op.verb !== 'insert' || !ORDER.test(op.tableName ?? '')) return false;
    const model = prismaModels(context).get(op.tableName!.toLowerCase());
    const columns = [...(tableOfOperation(context, op)?.columns.keys() ?? model?.fields.keys() ?? [])];
    return columns.length > 0 && !leadsToUsers(context, op) && !columns.some((column) => OF_ACCOUNT.test(column));
  });
}

/** Columns that say whose a row is, or who has made it. */
const OF_ACCOUNT =
  /user|owner|author|account|member|staff|employee|cashier|waiter|seller|tenant|organi[sz]ation|company|customer_?id|client_?id|patient_?id|_?by$/i;

/** The file shows that the rows are meant for some: a guard is imported and not used, or another read of the table has one. */
function isTreatedAsPrivate(context: FileContext, entry: EntryPoint, table: string): boolean {
  if (!table || OPEN_TABLE.test(table)) return false;
  if (hasIdleGuard(context)) return true;
  return context.entryPoints.some(
    (other) =>
      other.fn.node !== entry.fn.node &&
      other.kind === 'route' &&
      other.methods?.[0] === 'GET' &&
      context.ops
        .sites(other.fn)
        .some(({ op }) => op.kind === 'database' && op.tableName === table && !isOfOwner(op)) &&
      (isGuardedAround(context, other) || isGuarded(context, { ...other.fn, node: lastStatement(other.fn.node) })),
  );
}

/** Whose rows nobody else is shown: unlike authors, clients of an agency or tenants of a platform, they have no pages of their own. */
const PRIVATE_PERSON = /^(?:customer|patient|employee|guest|buyer|subscriber|resident|borrower)_?id$/i;

/** Whether a query asks for what is kept of a customer or the like whose id the request names: `eq(meters.customerId, id)`. */
function isOfNamedPerson(context: FileContext, op: DatabaseOp): boolean {
  if (PUBLISHED.test(op.tableName ?? '') || OPEN_TABLE.test(op.tableName ?? '')) return false;
  const isSent = (ref: Ref): boolean => context.roles.readsQuery(ref) || context.roles.isRequestInput(ref);
  if (op.sql !== undefined) {
    const isCount = /^\s*select\s+count\s*\([^)]*\)(?:\s+as\s+\w+)?\s+from\b/i.test(op.sql);
    const columns = [...op.sql.matchAll(/(\w+)["`\]]?\s*=\s*(?:\u0000|\?|\$\d+|:\w+)/g)].map((match) => match[1]!);
    return !isCount && columns.some((column) => PRIVATE_PERSON.test(column)) && op.filter.some(isSent);
  }
  let names = false;
  for (const filter of op.filter)
    walk(filter.node, (node) => {
      const [column, value] = ts.isPropertyAssignment(node)
        ? [propertyName(node.name), node.initializer]
        : ts.isShorthandPropertyAssignment(node)
          ? [node.name.text, node.name]
          : ts.isCallExpression(node) && calleeName(node) === 'eq' && node.arguments.length === 2
            ? [memberOf(unwrap(node.arguments[0]!))?.name, node.arguments[1]!]
            : [undefined, undefined];
      if (column !== undefined && value && PRIVATE_PERSON.test(column)) names ||= isSent({ ...filter, node: value });
      return !names;
    });
  return names && calleeName(op.call.node) !== 'count';
}

/** A condition that says what visitors may see. */
const SHOWN = /publi[cs]|visible|active|approved|available|featured|slug|status/i;

/**
 * Whether another server function of the file asks for a session before it reads the same table, whose rows lead to users
 * and are nothing that people publish.
 */
function isLeftUnasked(context: FileContext, entry: EntryPoint, op: DatabaseOp): boolean {
  const table = op.tableName ?? '';
  if (!isServerFunction(context, entry) || !table || OPEN_TABLE.test(table) || PUBLISHED.test(table)) return false;
  if (op.filter.some(({ node }) => SHOWN.test(node.getText())) || !leadsToUsers(context, op)) return false;
  // What is asked before somebody is signed in gives a yes or a no.
  if (exportNamesOf(context.file, entry.fn.node).some((name) => /^(?:is|has|can|may|check|count)[A-Z]/.test(name)))
    return false;
  return context.entryPoints.some(
    (other) =>
      other.fn.node !== entry.fn.node &&
      isServerFunction(context, other) &&
      context.ops
        .sites(other.fn)
        .some(
          ({ op: read, at }) =>
            read.kind === 'database' &&
            read.verb === 'read' &&
            read.tableName === table &&
            !isOfOwner(read) &&
            isHandedOut(context, at, 0) &&
            isGuarded(context, { ...other.fn, node: at }),
        ),
  );
}

function leadsToUsers(context: FileContext, op: DatabaseOp): boolean {
  const table = tableOfOperation(context, op);
  if (table)
    return [...table.columns.values()].some((column) => {
      const to = referredBy(column);
      return !!to && isTableOfUsers(context, tableOf(context, to.table)?.name);
    });
  const fields =
    prismaModels(context)
      .get(op.tableName?.toLowerCase() ?? '')
      ?.fields.values() ?? [];
  return [...fields].some(({ type, line }) => isTableOfUsers(context, type) && /\bfields:/.test(line));
}

/** Whether the rows of a query are gone through for what a function gives back: more than whether there are any. */
function isReckonedWith(context: FileContext, query: ts.Node): boolean {
  let node = query;
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (!ts.isVariableDeclaration(parent)) return false;
  return namesOf(parent.name).some((name) =>
    usesOf(context, name).some(
      (use) =>
        (ts.isForOfStatement(use.parent) && use.parent.expression === use) ||
        (memberOf(use.parent)?.object === use &&
          /^(?:forEach|map|reduce|flatMap|filter)$/.test(memberOf(use.parent)!.name)),
    ),
  );
}

/** A read of the rows of one user, who may well be shown those of others elsewhere. */
function isOfOwner(op: DatabaseOp): boolean {
  if (op.sql !== undefined) return /\bwhere\b.*\b(?:user|owner)_?id\b/is.test(op.sql);
  return op.filter.some(({ node }) => /\b(?:user|owner|author|creator|member)_?id\b/i.test(node.getText()));
}

/** What has run out belongs to nobody any more: `lt(sessions.expiresAt, new Date())`. */
function isCleanUp(op: DatabaseOp): boolean {
  return (
    op.verb === 'delete' &&
    (op.filter.some(({ node }) => /\blte?\b[^)]*expire/i.test(node.getText())) ||
      /expire\w*["'`]?\s*</i.test(op.sql ?? ''))
  );
}

function lastStatement(node: ts.Node): ts.Node {
  const body = isFunctionNode(node) ? node.body : undefined;
  return body && ts.isBlock(body) ? (body.statements[body.statements.length - 1] ?? node) : (body ?? node);
}

/** A guard of the project that the file imports and gives to no route. */
function hasIdleGuard(context: FileContext): boolean {
  return context.file.sourceFile.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return false;
    if (!/^[.@~#$]/.test(statement.moduleSpecifier.text)) return false;
    const bindings = statement.importClause?.namedBindings;
    const names = [
      statement.importClause?.name,
      ...(bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => element.name) : []),
    ];
    return names.some(
      (name) => name && GUARD_NAME.test(name.text) && context.file.bindings.get(name)?.uses.length === 0,
    );
  });
}

/** Whether a value goes to the client: it is returned or sent, itself or by the names that it is given. */
function isHandedOut(context: FileContext, node: ts.Node, depth: number): boolean {
  let current = node;
  while (current.parent) {
    const { parent } = current;
    const member = memberOf(parent);
    if (member?.object === current) {
      if (!ROWS.test(member.name)) return false;
    } else if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && !isNestedCallback(parent))) return true;
    else if (ts.isCallExpression(parent) && parent.expression !== current) {
      const name = calleeName(parent) ?? '';
      if (/^(?:json|send|end|jsonify|render)$/.test(name)) return true;
      if (!/^(?:all|allSettled|resolve|stringify|Response|freeze|assign)$/.test(name)) return false;
    } else if (ts.isVariableDeclaration(parent) || isAssignment(parent, current)) {
      const target = ts.isVariableDeclaration(parent) ? parent.name : parent.left;
      return (
        depth < 4 &&
        namesOf(target).some((name) => usesOf(context, name).some((use) => isHandedOut(context, use, depth + 1)))
      );
    } else if (ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent))
      return false;
    else if (ts.isStatement(parent)) return false;
    current = parent;
  }
  return false;
}

/** What is taken from rows and is still rows. */
const ROWS =
  /^(?:map|filter|slice|sort|flatMap|concat|toArray|lean|exec|limit|skip|offset|orderBy|where|from|leftJoin|innerJoin|all|get|populate|toJSON|toObject|then|at|rows|data|execute|with|select|reverse|sortBy|prepare|\[\])$/;

function isNestedCallback(fn: ts.Node): boolean {
  return ts.isCallExpression(fn.parent) && ROWS.test(calleeName(fn.parent) ?? '');
}

function isAssignment(node: ts.Node, right: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && node.right === right;
}

function namesOf(target: ts.Node): readonly ts.Identifier[] {
  const inner = unwrap(target);
  if (ts.isIdentifier(inner)) return [inner];
  if (ts.isArrayLiteralExpression(inner)) return inner.elements.flatMap(namesOf);
  if (ts.isArrayBindingPattern(inner) || ts.isObjectBindingPattern(inner))
    return inner.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
  return [];
}

function usesOf(context: FileContext, name: ts.Identifier): readonly ts.Identifier[] {
  return (context.file.bindings.get(name)?.uses ?? []).filter((use) => use !== name);
}

/** What names a handler: its own name or its key; the head of a function that is given to a call. */
function handlerName(entry: EntryPoint): ts.Node | { readonly start: number; readonly end: number } {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return node;
  if (node.name) return node.name;
  let holder = node.parent as ts.Node | undefined;
  while (
    holder &&
    (ts.isParenthesizedExpression(holder) || ts.isSatisfiesExpression(holder) || ts.isAsExpression(holder))
  )
    holder = holder.parent as ts.Node | undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return holder.name;
  if (holder && ts.isCallExpression(holder) && ts.isArrowFunction(node))
    return { start: node.getStart(), end: node.equalsGreaterThanToken.end };
  return node.parameters[0] ?? node;
}
