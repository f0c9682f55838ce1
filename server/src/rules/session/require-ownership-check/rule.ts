import { contextOf } from '../../../core/context';
import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import { isEquality } from '../../../core/conditions';
import { addImports, inFile, replaceNode, setProperty } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  isNullish,
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
import { isInlineCallback } from '../../../core/ops';
import { bindingOf, exportNamesOf } from '../../../core/model';
import { isHashName } from '../../../core/roles';
import type { Owner, Site } from '../../../core/ops';
import type { CallLike } from '../../../core/syntax';
import { memoizedWithCallers } from '../../../core/values';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import {
  asksForOtherCredentials,
  builderMiddleware,
  comesFromSession,
  isGuarded,
  isGuardedAround,
  isHandedToGuard,
  isRankedByHook,
  isRegisteredBehind,
  isUnknownHelper,
  mentionsSession,
  servers,
  speaksOfSession,
} from '../../_shared/guards';
import { attributeKeys } from '../../_shared/attributes';
import { isNoteOfAuthor } from '../../_shared/authorship';
import { catchOf } from '../../_shared/missing';
import { OPEN_ROUTE, PUBLISHED } from '../../_shared/open';
import { readBehind } from '../../_shared/rows';
import { saysSession } from '../../_shared/session';
import {
  createdTables,
  isTableOfUsers,
  parentOf,
  prismaModels,
  referredBy,
  tableOf,
  tableOfOperation,
} from '../../_shared/schema';
import type { Column, PrismaModel, Table } from '../../_shared/schema';

const OWNER =
  /^(?:user|owner|author|creator|account|member|customer|organi[sz]ation|org|team|tenant|created_?by|posted_?by|uploaded_?by)(?:_?id)?$/i;

/** Who knows such a value is entitled by it. */
const SECRET =
  /(?:^|_)(?:key|code|token|secret|hash|otp|nonce|invite|session_?id|share_?id)$|(?:Key|Code|Token|Secret|Hash|[sS]essionId|[sS]hareId)$/;

/** A column that says whether others may see the row. */
const PUBLICITY = /^(?:is_?)?(?:publi[cs]|discoverable|listed)|visib/i;

/** Users of whom a row tells what they did for it, or are to do: it may be everybody's all the same. */
const TAKES_PART =
  /by$|^(?:assign|receiv|recipi|approv|review|request|report|handl|manag|respons|operat|edit|updat|modif|sent|send)/i;

/** Credentials: rules of their own speak of them. */
const CREDENTIALS = /session|token|verification|reset|invit|otp|oauth|passkey|authenticator/i;

/** Methods that answer a request, in the frameworks that have a response to write to. */
const RESPONDS = /^(?:json|jsonp|send|render|end|write|html|text|set|push)$/;

/** Routes and builders for people with a role that may act on the rows of others. */
const ROLE = /admin|moderat|staff|role|permission|owner|member|can[A-Z]/;

/** Calls that say what a route is given, or that add another route. */
const REGISTERS =
  /^(?:get|post|put|patch|delete|all|on|route|openapi|query|mutation|handler|action|input|schema|inputSchema|output|outputSchema|params|body|\w*[vV]alidat\w*|parse|object)$/;

/** What Elysia and fastify are told of a request and its answer. */
const INPUT = /^(?:body|query|querystring|params|headers|cookie|response|schema|detail|input|output)$/;

/** What they are told of functions to run before a handler. */
const HOOKS = /^(?:preHandler|onRequest|preValidation|beforeHandle|transform)$/;

/** Members and owners in an address are the rows that it is about. */
const ROLE_ROUTE = /admin|moderat|staff|role|permission/;

/** What is known of a user who may act on the rows of others. */
const RIGHT = /^(?:user_?)?roles?$|^permissions?$|^(?:is_?)?(?:super_?)?(?:admin|moderator|staff|owner)(?:istrator)?$/i;

/** What else a user's own row says of that: a rank, or that they are something. */
const RANK = /level$|rank$|clearance|privileg|^rights$|scopes?$|flags$|^(?:is|can)(?:_|[A-Z])/;

/** What each user can be, and what says nothing of the rows of others: that the address is confirmed, that they have paid. */
const STATE =
  /verif|confirm|activ|bann|block|lock|disab|enabl|delet|onboard|complet|set_?up|_?new|first|premium|paid|pro$|subscri|trial|factor|2fa|mfa|otp|log|sign|auth|anonym|guest|mail|passw|suspend|expir|online|publi/i;

/** Helpers that answer whether somebody may do something, or throw. */
const ASKS =
  /^(?:can|may|assert|ensure|require|authori[sz]e)(?![a-z])|[oO]wn(?:s|er)|[pP]ermission|[aA]llowed|[aA]ccess/;

/** How many queries lie between the request and a row at most. */
const MAX_READS = 3;

interface State {
  readonly site: Site;
}

export default defineRule<State>({
  id: 'require-ownership-check',
  family: 'session',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 639,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A row of a table with an owner is read, changed or deleted by an id that the request names, and nothing ties it to the signed-in user.',
    why: "Being signed in is not being entitled: whoever has an account can put another id into the request and reach other people's rows.",
    how: 'Add the owner to the condition (`and(eq(t.id, id), eq(t.userId, user.id))`), or load the row and compare its owner before acting.',
    limits:
      "Needs the table's schema (Drizzle, Prisma or SQL) in the project. Reads of what people publish (posts, comments, profiles) and rules that are enforced in the database itself are left alone.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 8.2.2',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x17-V8-Authorization.md',
    },
    {
      title: 'OWASP IDOR Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html',
    },
  ],
  messages: {
    change: "Any signed-in user can change this `{table}`: the query is not limited to the session's user.",
    read: "Any signed-in user can read this `{table}`: the query is not limited to the session's user.",
  },
  words: [
    'async',
    'await',
    'input',
    'params',
    'query',
    'update',
    'delete',
    'find',
    'select',
    'UPDATE',
    'DELETE',
    'SELECT',
  ],
  check(context, report) {
    for (const entry of context.entryPoints)
      for (const { site, at } of foundIn(context, entry)) {
        if (serviceOf(context, entry, site)) continue;
        const op = site.op as DatabaseOp;
        report({ ...said(op), at: ts.isCallExpression(at) ? at.expression : at, state: { site } });
      }
    const reported = new Set<ts.Node>();
    for (const { op, call } of askedFromElsewhere(context)) {
      const at = op.call.node;
      if (reported.has(at)) continue;
      reported.add(at);
      report({
        ...said(op),
        at: ts.isCallExpression(at) ? at.expression : at,
        related: [context.related(call, 'The id comes from this request.')],
      });
    }
  },
  fixes({ site }, context) {
    const op = site.op as DatabaseOp;
    const column = site.direct ? ownerColumn(context, op) : undefined;
    const user = column === undefined ? undefined : userAt(context, site);
    const [filter] = op.filter;
    const condition = filter && unwrap(filter.node);
    if (column === undefined || !user || !condition || op.filter.length !== 1 || op.sql !== undefined) return [];
    const title = `Limit it to the rows of ${user}`;
    if (ts.isObjectLiteralExpression(condition)) {
      // A condition beside the unique one came with Prisma 5.
      const isMany = /Many|First/.test(calleeName(op.call.node) ?? '');
      const major = Number.parseInt(context.version('@prisma/client') ?? '5', 10);
      if (!isMany && major < 5) return [];
      return [{ title, kind: 'suggested', edits: () => inFile(context.file, setProperty(condition, column, user)) }];
    }
    const table = ts.isCallExpression(condition) && calleeName(condition) === 'eq' && condition.arguments[0];
    const holder = table && memberOf(unwrap(table));
    if (!holder) return [];
    return [
      {
        title,
        kind: 'suggested',
        edits: () =>
          inFile(
            context.file,
            replaceNode(condition, `and(${textOf(condition)}, eq(${textOf(holder.object)}.${column}, ${user}))`),
            addImports(context.file, 'drizzle-orm', ['and']),
          ),
      },
    ];
  },
});

interface Found {
  readonly site: Site;
  /** Where the handler reaches the query. */
  readonly at: ts.Node;
}

function said(op: DatabaseOp): { readonly message: string; readonly data: Readonly<Record<string, string>> } {
  return { message: op.verb === 'read' ? 'read' : 'change', data: { table: op.tableName ?? 'row' } };
}

/** The queries of a handler whose rows the request chooses, and that nothing ties to the user. */
function foundIn(context: FileContext, entry: EntryPoint): readonly Found[] {
  return memoizedWithCallers(entry.fn.file, entry.fn.node, 'ownership', () => computeFound(context, entry));
}

function computeFound(context: FileContext, entry: EntryPoint): readonly Found[] {
  if (entry.kind === 'middleware' || entry.kind === 'layout') return [];
  if (ROLE_ROUTE.test(entry.route)) return [];
  const queries = context.ops.sites(entry.fn).filter(({ op }) => op.kind === 'database');
  const candidates = queries.filter(({ op }) => (op as DatabaseOp).verb !== 'insert');
  const inserts = queries.map(({ op }) => op as DatabaseOp).filter(({ verb }) => verb === 'insert');
  const upserts = queries.filter(({ op }) => conflictOf(op as DatabaseOp));
  if (!queries.length || !isSignedIn(context, entry) || isForRole(context, entry) || isRankedByHook(context, entry))
    return [];
  if (isGivenUser(context, entry) || comparesOwner(context, { ...entry.fn }, 0)) return [];
  if (builderMiddleware(context, entry).some((guard) => comparesOwner(context, guard, 0))) return [];
  const around = servers(context, entry).flatMap(({ node, file }) => ({ node: enclosingFunction(node), file }));
  if (around.some(({ node, file }) => node && comparesOwner(context, { node, file }, 0))) return [];
  // Who follows a link that signs them in need not be anybody yet.
  const signsIn = context.ops.sites(entry.fn).some(
    ({ op }) =>
      (op.kind === 'lucia' && op.method === 'createSession') ||
      op.kind === 'exchange' ||
      // Who knows the password of an account is its owner.
      (op.kind === 'verify' &&
        !!op.hash &&
        context.values
          .deepRoots(op.hash)
          .map((value) => readBehind(context, value))
          .some((read) => !!read && isChosenByRequest(context, read) && !isTiedToSession(context, read))),
  );
  const changes = upserts.length > 0 || candidates.some((site) => (site.op as DatabaseOp).verb !== 'read');
  // A query for the same row and its owner comes before: `findFirst({ where: { id, ownerId } })`.
  const verifying = candidates.filter(({ op }) => {
    const read = op as DatabaseOp;
    return changes && read.verb === 'read' && isChosenByRequest(context, read) && isTiedToSession(context, read);
  });
  const seen = new Set<ts.Node>();
  const found: Found[] = [];
  for (const site of candidates) {
    const op = site.op as DatabaseOp;
    // A read that only prepares the change is reported once, at the change.
    if (op.verb === 'read' && (changes || isPublished(context, op))) continue;
    // One that must find nothing, like a name that is taken, says nothing of whose the row is.
    if (verifying.some((before) => isThere(context, before, site) !== false)) continue;
    if (isOfCredentials(context, op)) continue;
    if (isClaim(context, op) || keepsUp(context, op, inserts)) continue;
    if (op.verb === 'read' && !isChosenById(context, op)) continue;
    const isOfAccount = !hasOwner(context, op) && !isAddedForUser(context, op) && !isOfNamedUser(context, op);
    if (isOfAccount && (signsIn || !isAccount(context, op))) continue;
    // An account that a row leads to, like that of a link to reset the password, is not the request's choice.
    if (!isChosenByRequest(context, op, isOfAccount ? MAX_READS : 0) || isTiedToSession(context, op)) continue;
    if (isNamedForRole(context, entry, op)) continue;
    if (candidates.some((other) => other !== site && hasChangedOwn(context, other, site))) continue;
    if (candidates.some((other) => other !== site && undoesOthers(context, other.op as DatabaseOp, op))) continue;
    const mayBeStranger = op.verb === 'read' || isOfAccount || signsIn || OPEN_ROUTE.test(entry.route);
    if (mayBeStranger && !isForSignedIn(context, entry, site)) continue;
    // What a login reads is of the account that it is for, whatever stands around it.
    if (op.verb === 'read' && signsIn && !isGuarded(context, context.ref(site.at))) continue;
    const at = placeOf(context, site);
    const owner = isInside(at, entry.fn.node)
      ? entry.fn
      : (context.roles.owners(context.file).find(({ node }) => isInside(at, node)) ?? entry.fn);
    if (seen.has(at) || (op.verb === 'read' && (isCount(op) || !getsOut(context, owner, site, at)))) continue;
    seen.add(at);
    found.push({ site, at });
  }
  for (const site of upserts) {
    const op = site.op as DatabaseOp;
    if (signsIn || isOfCredentials(context, op) || !overwritesOthers(context, op)) continue;
    if (verifying.some((before) => isThere(context, before, site) !== false)) continue;
    const at = placeOf(context, site);
    if (!seen.has(at)) found.push({ site, at });
    seen.add(at);
  }
  if (signsIn || candidates.some(({ op }) => isTiedToSession(context, op as DatabaseOp))) return found;
  for (const site of queries) {
    const at = placeOf(context, site);
    if (!seen.has(at) && addsToOthers(context, site.op as DatabaseOp)) found.push({ site, at });
    seen.add(at);
  }
  return found;
}

/** What others than the owner add to a row as well: it says who did, or is only counted. */
const OF_ANYBODY =
  /view|click|visit|hit|stat|metric|log|audit|message|report|request|invit|response|submission|answer|vote|rating|booking|order|notif/i;

/**
 * Whether an insert adds a part to a row that the request names, whosever that is: a table without a user of its own, whose
 * rows belong to those of another. Other handlers of the file have to say that these are only for their owner.
 */
function addsToOthers(context: FileContext, op: DatabaseOp): boolean {
  const table = op.verb === 'insert' && op.sql === undefined ? tableOfOperation(context, op) : undefined;
  if (!table || OF_ANYBODY.test(table.name ?? '') || PUBLISHED.test(table.name ?? '')) return false;
  const columns = [...table.columns.values()];
  if (columns.some((column) => OWNER.test(column.key) || isTableOfUsers(context, parentOf(context, column)?.name)))
    return false;
  const parts = columns.filter((column) => {
    const parent = parentOf(context, column);
    return !!parent && isOwned(context, parent, false, 0) && !PUBLISHED.test(parent.name ?? '') && isLimited(parent);
  });
  return op.data
    .flatMap((data) => rowsOf(context, data))
    .some((row) =>
      parts.some(({ key }) => {
        const value = valueIn(context, row, key);
        return !!value && context.roles.isRequestInput(value) && !speaksOfSession(context, value);
      }),
    );

  function isLimited(parent: Table): boolean {
    return context.entryPoints.some(({ fn }) =>
      context.ops
        .sites(fn)
        .some(
          ({ op: other }) =>
            other.kind === 'database' &&
            other.verb !== 'insert' &&
            tableOfOperation(context, other)?.ref.node === parent.ref.node &&
            isTiedToSession(context, other),
        ),
    );
  }
}

/** What an insert does with a row that is there already: the options of `.onConflictDoUpdate({ target, set })`. */
function conflictOf({ verb, call }: DatabaseOp): Ref<ts.ObjectLiteralExpression> | undefined {
  let { node }: { node: ts.Node } = call;
  while (verb === 'insert' && ts.isPropertyAccessExpression(node.parent) && ts.isCallExpression(node.parent.parent)) {
    node = node.parent.parent;
    const [options] =
      calleeName(node as ts.CallExpression) === 'onConflictDoUpdate' ? (node as ts.CallExpression).arguments : [];
    if (options && ts.isObjectLiteralExpression(options)) return { ...call, node: options };
  }
  return undefined;
}

/** Whether an insert changes a row that is there already by an id that the request names, whosever it is. */
function overwritesOthers(context: FileContext, op: DatabaseOp): boolean {
  const conflict = conflictOf(op);
  const part = (name: string): ts.Node | undefined => conflict && propertyOf(conflict.node, name);
  const table = tableOfOperation(context, op);
  const target = part('target') && unwrap(part('target')!);
  if (!conflict || !target || !table || !isOwned(context, table, false, 0)) return false;
  const columns = (ts.isArrayLiteralExpression(target) ? [...target.elements] : [target]).map(
    (column) => memberOf(unwrap(column))?.name,
  );
  if (columns.some((column) => column === undefined || OWNER.test(column))) return false;
  // A row that changes hands, like the record of a game, is anybody's.
  const isLimited = ['set', 'where', 'setWhere', 'targetWhere'].some((name) => {
    const node = part(name);
    const names = node ? namesIn({ ...conflict, node }) : [];
    const keys =
      node && ts.isObjectLiteralExpression(node) ? node.properties.map(({ name: key }) => propertyName(key)) : [];
    return (
      keys.some((key) => OWNER.test(key ?? '')) ||
      names.some(
        (ref) => (name !== 'set' && OWNER.test(memberOf(ref.node)?.name ?? '')) || speaksOfSession(context, ref),
      )
    );
  });
  return (
    !isLimited &&
    op.data
      .flatMap((data) => rowsOf(context, data))
      .some((row) => {
        const values = columns.map((column) => valueIn(context, row, column!));
        return (
          values.every((value) => value && !speaksOfSession(context, value) && !comesFromSession(context, value)) &&
          columns.some(
            (column, index) => /^_?id$|Id$|_id$/.test(column!) && context.roles.isRequestInput(values[index]!),
          )
        );
      })
  );
}

/** The rows that an insert is given: `values(row)`, `values([row])`, `values(list.map((part) => ({ … })))`. */
function rowsOf(context: FileContext, ref: Ref, depth = 0): readonly Ref[] {
  const node = unwrap(ref.node);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => ({ ...ref, node: unwrap(element) }));
  if (ts.isObjectLiteralExpression(node) || depth > 2) return [{ ...ref, node }];
  if (ts.isCallExpression(node) && calleeName(node) === 'map' && node.arguments[0])
    return context.values
      .functions({ ...ref, node: node.arguments[0] })
      .flatMap((fn) => context.values.returned(fn))
      .map((row) => ({ ...row, node: unwrap(row.node) }));
  const made = ts.isIdentifier(node)
    ? context.values
        .roots(ref)
        .filter(({ ref: root, path }) => !path.length && root.node !== node && !ts.isParameter(root.node))
    : [];
  return made.length ? made.flatMap(({ ref: root }) => rowsOf(context, root, depth + 1)) : [{ ...ref, node }];
}

/** What a row has for a column: the row itself, or what is spread into it, where it is not written out. */
function valueIn(context: FileContext, row: Ref, column: string): Ref | undefined {
  if (!ts.isObjectLiteralExpression(row.node)) return context.roles.isRequestInput(row) ? row : undefined;
  const written = propertyOf(row.node, column);
  if (written) return { ...row, node: unwrap(written) };
  return row.node.properties
    .flatMap((part) => (ts.isSpreadAssignment(part) ? [{ ...row, node: part.expression }] : []))
    .find((part) => context.roles.isRequestInput(part));
}

/** Frameworks whose handlers are given first what holds the request and who is signed in. */
const GIVES_CONTEXT = /^(?:trpc|hono|elysia|express|fastify|sveltekit|nuxt)$/;

/**
 * The function of another file that a handler leaves its work to, with the context that holds the user: it is there that
 * the query lacks the user. One that is told an id of the user for its own purposes answers to its caller.
 */
function serviceOf(context: FileContext, { fn, framework }: EntryPoint, { op, at }: Site): FunctionRef | undefined {
  const call = (op as DatabaseOp).call;
  if (call.file === context.file || !ts.isCallExpression(at) || ts.isSourceFile(fn.node)) return undefined;
  const service = context.values
    .targets(context.ref(at))
    .find(
      (target) =>
        target.file === call.file &&
        isInside(call.node, target.node) &&
        exportNamesOf(target.file, target.node).length > 0,
    );
  return service && handsContext(context, { fn, framework }, at) ? service : undefined;
}

/** Whether a handler gives a call what holds the request and who is signed in. */
function handsContext(
  context: FileContext,
  { fn, framework }: Pick<EntryPoint, 'fn' | 'framework'>,
  call: CallLike,
): boolean {
  if (ts.isSourceFile(fn.node)) return false;
  const { parameters } = fn.node;
  const isWhole = ({ ref, path }: Value): boolean =>
    parameters[0] === ref.node &&
    (/^(?:ctx|context|locals)$/.test(path.join('.')) || (!path.length && GIVES_CONTEXT.test(framework)));
  const isContext = (argument: ts.Expression): boolean => context.values.roots(context.ref(argument)).some(isWhole);
  return argumentsOf(call).some(isContext);
}

/** The queries of this file's functions that handlers of others leave their work to. */
function* askedFromElsewhere(
  context: FileContext,
): Generator<{ readonly op: DatabaseOp; readonly call: Ref<CallLike> }> {
  for (const node of context.file.functions) {
    if (!node.parameters.length || !exportNamesOf(context.file, node).length) continue;
    const asks = context.ops
      .sites(context.ref(node))
      .some(
        ({ op, direct }) =>
          direct && op.kind === 'database' && (op.verb === 'insert' ? conflictOf(op) : op.filter.length > 0),
      );
    if (!asks) continue;
    for (const call of context.roles.callersOf(context.ref(node))) {
      if (call.file === context.file) continue;
      const other = contextOf(context, call.file);
      for (const entry of other.entryPoints.filter(({ fn }) => isInside(call.node, fn.node)))
        for (const { site } of handsContext(other, entry, call.node) ? foundIn(other, entry) : [])
          if (site.at === call.node && serviceOf(other, entry, site)?.node === node)
            yield { op: site.op as DatabaseOp, call };
    }
  }
}

/** The table's own column for the user that a row belongs to. */
function ownerColumn(context: FileContext, op: DatabaseOp): string | undefined {
  const table = tableOfOperation(context, op);
  const model = op.tableName === undefined ? undefined : prismaModels(context).get(op.tableName.toLowerCase());
  const keys = table ? [...table.columns.keys()] : model ? [...model.fields.keys()] : [];
  return keys.find((key) => /^(?:user|owner|author|creator|created_?by)_?id$|^created_?by$/i.test(key));
}

/** How code at a place names the id of the user that is known to be there. */
function userAt(context: FileContext, site: Site): string | undefined {
  const fn = enclosingFunction(site.at);
  for (const fact of context.conditions.known(context.ref(site.at))) {
    const node = unwrap(fact.ref.node);
    if (fact.ref.file !== context.file || enclosingFunction(node) !== fn || !saysSession(context, fact)) continue;
    const part = context.roles.sessionPart({ ...fact.ref, node });
    const text = textOf(node).replace(/\?\./g, '.');
    if (!/^[\w$.]+$/.test(text)) continue;
    if (part === 'user') return `${text}.id`;
    if (part === 'session') return `${text}.userId`;
  }
  return undefined;
}

function isSignedIn(context: FileContext, entry: EntryPoint): boolean {
  return mentionsSession(context, entry.fn) || isGuardedAround(context, entry);
}

/**
 * A query that stands in a file of server functions and is only called by code on the server, which says each time who is
 * signed in: the callers answer for what else they hand in.
 */
function isGivenUser(context: FileContext, { kind, fn }: EntryPoint): boolean {
  if (kind !== 'action' || fn.file.directive !== 'use server' || !isFunctionNode(fn.node)) return false;
  const calls = context.roles.callersOf({ node: fn.node, file: fn.file });
  return (
    calls.length > 0 &&
    calls.every(
      ({ node, file }) =>
        file.directive !== 'use client' &&
        ts.isCallExpression(node) &&
        node.arguments.some((argument) => tellsUser(context, { node: argument, file })),
    )
  );
}

/** Whether an argument is of the session's user, or an object with a part that is: `{ id, userId: user.id }`. */
function tellsUser(context: FileContext, ref: Ref): boolean {
  const node = unwrap(ref.node);
  if (!ts.isObjectLiteralExpression(node)) return speaksOfSession(context, ref) || comesFromSession(context, ref);
  return node.properties.some((property) => {
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    return !!value && tellsUser(context, { ...ref, node: value });
  });
}

/** Whether only signed-in users get as far as a read. What pages show to visitors as well is public. */
function isForSignedIn(context: FileContext, entry: EntryPoint, site: Site): boolean {
  const at = context.ref(site.at);
  if (isGuarded(context, at) || isGuardedAround(context, entry)) return true;
  // `withUser(request, handler)`
  if (ts.isCallExpression(at.node) && isHandedToGuard(context, { ...at, node: at.node })) return true;
  // `const viewer = await locals.getViewer(); if (!viewer) redirect(…)`: a helper that cannot be seen.
  return context.conditions.known(at).some((fact) => {
    const test = context.roles.missing(fact);
    if (!test || test.missing) return false;
    const node = unwrap(fact.ref.node);
    const tested = ts.isBinaryExpression(node) ? node.left : node;
    return context.values
      .roots({ ...fact.ref, node: tested })
      .some(
        ({ ref }) => ts.isCallExpression(ref.node) && /user|session|auth|viewer/i.test(ref.node.expression.getText()),
      );
  });
}

function isFromUnseenHelper(context: FileContext, ref: Ref): boolean {
  return context.values
    .roots(ref)
    .some(
      (value) =>
        ts.isCallExpression(value.ref.node) && isUnknownHelper(context, { ...value.ref, node: value.ref.node }),
    );
}

/** Whether people publish such rows, or each of them says whether it is published. */
function isPublished(context: FileContext, op: DatabaseOp): boolean {
  if (PUBLISHED.test(op.tableName ?? '')) return true;
  const model = op.tableName === undefined ? undefined : prismaModels(context).get(op.tableName.toLowerCase());
  const columns = tableOfOperation(context, op)?.columns.keys() ?? model?.fields.keys() ?? [];
  return [...columns].some((column) => PUBLICITY.test(column));
}

/** Whether a table holds credentials. A session of work or play does not run out, one that somebody is signed in by does. */
function isOfCredentials(context: FileContext, op: DatabaseOp): boolean {
  const name = op.tableName ?? '';
  if (!CREDENTIALS.test(name)) return false;
  if (CREDENTIALS.test(name.replace(/session/i, '')) || /^sessions?(?:_?table)?$/i.test(name)) return true;
  const model = prismaModels(context).get(name.toLowerCase());
  const columns = [...(tableOfOperation(context, op)?.columns.keys() ?? model?.fields.keys() ?? [])];
  return !columns.length || columns.some((column) => /expir|valid_?until|token|hash|secret/i.test(column));
}

/** Whether a query asks for a row, rather than for all of a year or of a kind. */
function isChosenById(context: FileContext, op: DatabaseOp): boolean {
  const columns = conditionsOf(context, op).flatMap((filter) => {
    const found: string[] = [];
    walk(filter.node, (node) => {
      const [first] = ts.isCallExpression(node) ? node.arguments : [];
      const column =
        ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
          ? propertyName(node.name)
          : first && memberOf(unwrap(first))?.name;
      if (column !== undefined) found.push(column);
      return true;
    });
    return found;
  });
  return (
    op.sql !== undefined ||
    !columns.length ||
    columns.some((column) => /(?:id|ids|key|slug|number|ref|by|email)$/i.test(column))
  );
}

/** Whether an update does nothing but put the signed-in user into a row: to reserve, to join, to take over is open to all. */
function isClaim(context: FileContext, op: DatabaseOp): boolean {
  const [data] = op.data;
  const object = data && unwrap(data.node);
  if (op.verb !== 'update' || !object || !ts.isObjectLiteralExpression(object) || !object.properties.length)
    return false;
  return object.properties.every((property) => {
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    return !!value && (speaksOfSession(context, { ...data!, node: value }) || addsOwn({ ...data!, node: value }));
  });

  /** `bids: { create: { userId: user.id, … } }`: a row of the user's is added to it. */
  function addsOwn(ref: Ref): boolean {
    const relation = unwrap(ref.node);
    if (!ts.isObjectLiteralExpression(relation) || relation.properties.length !== 1) return false;
    const [property] = relation.properties;
    if (
      !property ||
      !ts.isPropertyAssignment(property) ||
      !/^(?:create|connect)$/.test(propertyName(property.name) ?? '')
    )
      return false;
    const row = unwrap(property.initializer);
    return (
      ts.isObjectLiteralExpression(row) &&
      row.properties.some(
        (part) => ts.isPropertyAssignment(part) && speaksOfSession(context, { ...ref, node: part.initializer }),
      )
    );
  }
}

/**
 * Whether an update only keeps the row up to date that one of the user's is added to: how many there are, the highest bid,
 * when it was. `insert(bids).values({ lotId, userId: user.id, amount })`, then `update(lots).set({ highest: amount })`.
 */
function keepsUp(context: FileContext, op: DatabaseOp, inserts: readonly DatabaseOp[]): boolean {
  const [data] = op.data;
  const object = data && unwrap(data.node);
  if (op.verb !== 'update' || !object || !ts.isObjectLiteralExpression(object) || !object.properties.length)
    return false;
  const chosen = filterLeaves(context, op).filter((leaf) => context.roles.isRequestInput(leaf));
  return inserts.some((insert) => {
    const added = insert.data.flatMap(namesIn);
    const has = (ref: Ref): boolean => added.some((part) => isSameValue(context, part, ref));
    return (
      added.some((part) => speaksOfSession(context, part)) &&
      chosen.some(has) &&
      object.properties.every((property) => {
        const value = ts.isPropertyAssignment(property)
          ? unwrap(property.initializer)
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        return !!value && (isTally(value) || has({ ...data!, node: value }));
      })
    );
  });
}

/** `{ increment: 1 }`, `row.count + 1`, a time, and what the database reckons. */
function isTally(value: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(value))
    return value.properties.every((part) => /^(?:in|de)crement$/.test(propertyName(part.name) ?? ''));
  if (ts.isBinaryExpression(value)) return /^[+-]$/.test(value.operatorToken.getText());
  if (ts.isTaggedTemplateExpression(value)) return value.tag.getText() === 'sql';
  return (ts.isNewExpression(value) || ts.isCallExpression(value)) && /^(?:Date|now)$/.test(calleeName(value) ?? '');
}

/** The values that an expression is put together from: identifiers and properties. */
function namesIn(ref: Ref): readonly Ref[] {
  const found: Ref[] = [];
  walk(ref.node, (node) => {
    if (memberOf(node) || (ts.isIdentifier(node) && isValueUse(node))) found.push({ ...ref, node });
    return true;
  });
  return found;
}

function isSameValue(context: FileContext, one: Ref, other: Ref): boolean {
  const roots = context.values.roots(other);
  return context.values
    .roots(one)
    .some(({ ref, path }) => roots.some((root) => root.ref.node === ref.node && root.path.join() === path.join()));
}

/**
 * Whether the user's own row was changed before, and it is known that there was one: `if (!updated.length) throw …` with
 * `updated` from an update that names the owner.
 */
function hasChangedOwn(context: FileContext, before: Site, site: Site): boolean {
  const op = before.op as DatabaseOp;
  if (op.verb === 'read' || op.tableName !== (site.op as DatabaseOp).tableName) return false;
  return isChosenByRequest(context, op) && isTiedToSession(context, op) && isThere(context, before, site) === true;
}

/**
 * Whether a query of the same transaction throws, and so takes back all of it, where the row of the same id is not the
 * user's: `tx.album.delete({ where: { id, ownerId: user.id } })` beside `tx.photo.deleteMany({ where: { albumId: id } })`.
 */
function undoesOthers(context: FileContext, own: DatabaseOp, op: DatabaseOp): boolean {
  const around = op.verb === 'read' ? undefined : transactionAround(op.call.node);
  const call = own.call.node;
  if (!around || !isInside(call, around) || !ts.isCallExpression(call) || own.sql !== undefined) return false;
  const [options] = call.arguments;
  const throws =
    /^(?:update|delete|find(?:Unique|First)OrThrow)$/.test(calleeName(call) ?? '') &&
    !!options &&
    ts.isObjectLiteralExpression(options) &&
    propertyOf(options, 'where') !== undefined;
  const clause = catchOf(call);
  if (!throws || (clause && isInside(clause, around)) || !isTiedToSession(context, own)) return false;
  const chosen = filterLeaves(context, own).filter((leaf) => context.roles.isRequestInput(leaf));
  return filterLeaves(context, op).some((leaf) => chosen.some((id) => isSameValue(context, id, leaf)));
}

function transactionAround(node: ts.Node): ts.CallExpression | undefined {
  for (let current = node.parent as ts.Node | undefined; current; current = current.parent as ts.Node | undefined)
    if (ts.isCallExpression(current) && /^\$?transaction$/.test(calleeName(current) ?? '')) return current;
  return undefined;
}

/** Whether the row of an earlier query or change is known to be there at a site, or not to be there. */
function isThere(context: FileContext, before: Site, site: Site): boolean | undefined {
  const { call } = before.op as DatabaseOp;
  for (const fact of context.conditions.known(context.ref(site.at))) {
    const test = context.roles.missing(fact);
    if (!test) continue;
    let isResult = false;
    walk(fact.ref.node, (node) => {
      if (ts.isIdentifier(node))
        isResult ||= context.values
          .roots({ ...fact.ref, node })
          .some(({ ref }) => ref.file === call.file && isInside(call.node, ref.node));
      return !isResult;
    });
    if (isResult) return !test.missing;
  }
  return undefined;
}

/** The call that a finding is about: inside of a transaction, or of a handler that is handed on, the one that its body makes. */
function placeOf(context: FileContext, site: Site): ts.Node {
  for (const argument of ts.isCallExpression(site.at) ? site.at.arguments : []) {
    const given = unwrap(argument);
    const [callback] = ts.isIdentifier(given)
      ? context.values.functions(context.ref(given)).map((fn) => (fn.file === context.file ? fn.node : undefined))
      : [given];
    if (!callback || !isFunctionNode(callback) || !(callback !== given || isInlineCallback(callback))) continue;
    const inner = context.ops
      .sites(context.ref(callback))
      .find(({ op }) => op.kind === 'database' && op.call.node === (site.op as DatabaseOp).call.node);
    if (inner) return placeOf(context, inner);
  }
  return site.at;
}

/** How many rows there are says nothing of what is in them. */
function isCount(op: DatabaseOp): boolean {
  const call = op.call.node;
  if (!ts.isCallExpression(call)) return false;
  if (calleeName(call) === 'count') return true;
  const select = memberOf(unwrap(call.expression));
  const made = select && unwrap(select.object);
  const columns = made && ts.isCallExpression(made) && made.arguments[0] ? unwrap(made.arguments[0]) : undefined;
  if (!columns || !ts.isObjectLiteralExpression(columns)) return false;
  const isNumber = (property: ts.ObjectLiteralElementLike): boolean =>
    ts.isPropertyAssignment(property) &&
    /^(?:count(?:Distinct)?\s*\(|sql(?:<[^`]*>)?`\s*(?:count|sum|avg)\s*\()/i.test(textOf(property.initializer));
  if (!columns.properties.some(isNumber)) return false;
  // How many there are of each kind.
  const groups = groupedBy(call);
  return columns.properties.every(
    (property) =>
      isNumber(property) ||
      (ts.isPropertyAssignment(property) && groups.some((group) => textOf(group) === textOf(property.initializer))),
  );
}

/** The columns that the chain of calls after a query groups its rows by. */
function groupedBy(query: ts.CallExpression): readonly ts.Expression[] {
  const columns: ts.Expression[] = [];
  for (let node: ts.Node = query; ; node = node.parent) {
    const { parent } = node;
    if (!(ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent)) || parent.expression !== node)
      return columns;
    if (ts.isCallExpression(parent) && calleeName(parent) === 'groupBy') columns.push(...parent.arguments);
  }
}

/** Whether a row that a function or one of its helpers reads may get to the client: each of them gives it on. */
function getsOut(context: FileContext, owner: Owner, site: Site, at: ts.Node, depth = 0): boolean {
  if (!isHandedOut(context, owner, at)) return false;
  if (site.direct || depth > 3) return true;
  const call = (site.op as DatabaseOp).call.node;
  const inner = context.values.targets({ node: site.at, file: owner.file }).flatMap((target) =>
    context.ops
      .sites(target)
      .filter(({ op }) => op.kind === 'database' && op.call.node === call)
      .map((other) => getsOut(context, target, other, other.at, depth + 1)),
  );
  return !inner.length || inner.some((out) => out);
}

/** Whether the row that is read may leave a function, rather than being tested or worked with only. */
function isHandedOut(context: FileContext, owner: Owner, call: ts.Node, depth = 0): boolean {
  let node = wrapped(call);
  for (let { parent } = node; parent !== owner.node; { parent } = node) {
    if (ts.isReturnStatement(parent)) {
      const fn = enclosingFunction(parent);
      return !fn || fn === owner.node || ts.isCallExpression(fn.parent);
    }
    if (ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)) return false;
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'length') return false;
    if (ts.isBinaryExpression(parent) && isEquality(parent.operatorToken.kind)) return false;
    if (ts.isIfStatement(parent)) return parent.expression !== node;
    if (ts.isConditionalExpression(parent) && parent.condition === node) return false;
    if (ts.isCallExpression(parent) && calleeName(parent) === 'Boolean') return false;
    if (ts.isCallExpression(parent) && parent.expression !== node && isQuery(context, { ...owner, node: parent }))
      return false;
    if (ts.isVariableDeclaration(parent)) {
      const names = boundNames(parent.name);
      return (
        depth > 3 ||
        names.some((name) => isShownBelow(owner.file, name.text)) ||
        names.some((name) =>
          (owner.file.bindings.get(name)?.uses ?? []).some((use) => isHandedOut(context, owner, use, depth + 1)),
        )
      );
    }
    if (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.right === node
    ) {
      const target = unwrap(parent.left);
      if (depth <= 3 && ts.isIdentifier(target) && ts.isExpressionStatement(parent.parent))
        return (owner.file.bindings.get(target)?.uses ?? []).some(
          (use) => use !== target && isHandedOut(context, owner, use, depth + 1),
        );
    }
    // `await notify(row)` gives nothing back, `res.json(row)` does.
    if (ts.isExpressionStatement(parent)) {
      const last = unwrap(node);
      const member = ts.isCallExpression(last) ? memberOf(unwrap(last.expression)) : undefined;
      return !ts.isCallExpression(last) || (!!member && RESPONDS.test(member.name));
    }
    if (ts.isFunctionLike(parent) && !ts.isCallExpression(wrapped(parent).parent)) return false;
    node = parent;
  }
  return true;
}

/** Whether the template below the frontmatter of an .astro page shows a variable. */
function isShownBelow({ path, text, sourceFile }: FileContext['file'], name: string): boolean {
  if (!path.endsWith('.astro')) return false;
  const template = text.slice(sourceFile.endOfFileToken.getFullStart());
  return new RegExp(`\\{[^}]*\\b${name}\\b`).test(template);
}

/** A call of the database, or one in the chain after it. */
function isQuery(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  if (context.ops.of(call).some((op) => op.kind === 'database')) return true;
  const inner = memberOf(unwrap(call.node.expression));
  const before = inner && unwrap(inner.object);
  return !!before && ts.isCallExpression(before) && isQuery(context, { ...call, node: before });
}

function boundNames(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** Whether the table has a column for its owner, itself or in a table that it belongs to. */
function hasOwner(context: FileContext, op: DatabaseOp): boolean {
  const table = tableOfOperation(context, op);
  // What belongs to a row of somebody's may be for all to see, like who teaches a course.
  const reads = op.verb === 'read';
  if (table) return isOwned(context, table, reads, reads ? 0 : 4);
  const models = prismaModels(context);
  const model = op.tableName === undefined ? undefined : models.get(op.tableName.toLowerCase());
  if (!model) {
    const created = createdTables(context).get(op.tableName?.toLowerCase() ?? '');
    if (!created) return false;
    const isOfAuthor = (column: string): boolean => isNoteOfAuthor(context, column, [op.tableName], reads);
    // Whatever the column is called, the only user that a row leads to is whose it is.
    const users = [...created.refers].filter(([column, to]) => isTableOfUsers(context, to) && !isOfAuthor(column));
    const isOfUsers = users.length === 1 && !TAKES_PART.test(users[0]![0]);
    return isOfUsers || [...created.columns.keys()].some((column) => OWNER.test(column) && !isOfAuthor(column));
  }
  if (isTableOfUsers(context, model.name)) return false;
  // An owner is a row or its id: a `customer` that is only a text is somebody's name.
  const owns = (of: PrismaModel): boolean =>
    [...of.fields].some(
      ([key, { type }]) =>
        OWNER.test(key) &&
        (/(?:id|by)$/i.test(key) || models.has(type.toLowerCase())) &&
        isOfUser(models, of, key) &&
        !isNoteOfAuthor(context, key, [of.name], reads),
    );
  // Whatever the relation is called, the only user that a row must have is whose it is: but for who took part in its making.
  const users = [...model.fields].filter(
    ([key, { type, optional, line }]) =>
      isTableOfUsers(context, type) &&
      !optional &&
      /\bfields:/.test(line) &&
      !isNoteOfAuthor(context, key, [model.name], reads),
  );
  if (op.verb !== 'read' && users.length === 1 && !TAKES_PART.test(users[0]![0])) return true;
  if (owns(model)) return true;
  return [...model.fields.values()].some((field) => {
    const parent = models.get(field.type.toLowerCase());
    // A picture that a row may have is not what it belongs to.
    return (
      !!parent && !field.optional && !field.type.endsWith('[]') && !isTableOfUsers(context, parent.name) && owns(parent)
    );
  });
}

/** Whether handlers of the file add rows to the table that a change is made to with a key of the user's: `sellerId: user.seller.id`. */
function isAddedForUser(context: FileContext, { verb, tableName }: DatabaseOp): boolean {
  if (verb === 'read' || tableName === undefined) return false;
  return memoizedWithCallers(context.file, context.file.sourceFile, `addedForUser:${tableName}`, () =>
    context.entryPoints.some((entry) =>
      context.ops
        .sites(entry.fn)
        .some(
          ({ op }) =>
            op.kind === 'database' &&
            op.verb === 'insert' &&
            op.tableName === tableName &&
            op.sql === undefined &&
            op.data.flatMap((data) => rowsOf(context, data)).some((row) => hasKeyOfUser(context, row)),
        ),
    ),
  );
}

/**
 * Whether a change is of the row of a user whose id the request says, where each row leads to several: who follows whom.
 * It may have been read first.
 */
function isOfNamedUser(context: FileContext, op: DatabaseOp): boolean {
  if (op.verb === 'read' || op.sql !== undefined) return false;
  return [op, ...filterLeaves(context, op).flatMap((leaf) => readsBehind(context, leaf))].some((query) => {
    if (query.tableName !== op.tableName) return false;
    const columns = columnsOfUsers(context, query);
    return (
      columns.size > 0 &&
      query.filter.some((filter) => {
        let isNamed = false;
        walk(filter.node, (node) => {
          const [column, value] = comparedIn(node);
          isNamed ||=
            column !== undefined &&
            !!value &&
            columns.has(column) &&
            context.roles.isRequestInput({ ...filter, node: unwrap(value) });
          return !isNamed;
        });
        return isNamed;
      })
    );
  });
}

/** The columns of a table that lead to users, but for those of whom a row tells what they are to do. */
function columnsOfUsers(context: FileContext, op: DatabaseOp): ReadonlySet<string> {
  const table = tableOfOperation(context, op);
  const model = table ? undefined : prismaModels(context).get(op.tableName?.toLowerCase() ?? '');
  const columns = table
    ? [...table.columns.values()]
        .filter((column) => isTableOfUsers(context, parentOf(context, column)?.name))
        .map(({ key }) => key)
    : [...(model?.fields.values() ?? [])]
        .filter(({ type }) => isTableOfUsers(context, type))
        .flatMap(({ line }) => /\bfields:\s*\[\s*(\w+)\s*\]/.exec(line)?.[1] ?? []);
  return new Set(columns.filter((column) => !TAKES_PART.test(column)));
}

/** The column that a part of a condition compares, and with what. */
function comparedIn(node: ts.Node): readonly [string | undefined, ts.Expression | undefined] {
  if (ts.isPropertyAssignment(node)) return [propertyName(node.name), node.initializer];
  if (ts.isShorthandPropertyAssignment(node)) return [node.name.text, node.name];
  return ts.isCallExpression(node) && calleeName(node) === 'eq' && node.arguments.length === 2
    ? [memberOf(unwrap(node.arguments[0]!))?.name, node.arguments[1]]
    : [undefined, undefined];
}

function hasKeyOfUser(context: FileContext, row: Ref): boolean {
  if (!ts.isObjectLiteralExpression(row.node)) return false;
  return row.node.properties.some((property) => {
    const key = propertyName(property.name) ?? '';
    return (
      ts.isPropertyAssignment(property) &&
      /(?<!session_?)id$/i.test(key) &&
      key.length > 3 &&
      // Who made a row, or is to do something for it, may not be whose it is.
      !TAKES_PART.test(key) &&
      !/_?by_|By[A-Z]/.test(key) &&
      speaksOfSession(context, { ...row, node: property.initializer })
    );
  });
}

/** Whether an account itself is changed, chosen by its id: it belongs to whom it stands for. */
function isAccount(context: FileContext, op: DatabaseOp): boolean {
  if (op.verb === 'read' || !op.filter.length) return false;
  const table = tableOfOperation(context, op);
  const model = op.tableName === undefined ? undefined : prismaModels(context).get(op.tableName.toLowerCase());
  const columns = [...(table?.columns.keys() ?? model?.fields.keys() ?? [])];
  const names = [op.tableName ?? '', table?.name ?? ''];
  const isOfUsers = names.some(
    (name) => /^(?:auth_|app_|lucia_)?users?(?:_?table)?$/i.test(name) || isTableOfUsers(context, name),
  );
  const isOfLogins =
    names.some((name) => /user|auth|account|member|login/i.test(name)) &&
    columns.some((column) => /mail|user_?name|login/i.test(column)) &&
    columns.some((column) => isHashName(column) || /^password$/i.test(column));
  if (!columns.length || !(isOfUsers || isOfLogins)) return false;
  return op.filter.some((filter) => {
    let isById = false;
    walk(filter.node, (node) => {
      const [first] = ts.isCallExpression(node) ? node.arguments : [];
      const column =
        ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
          ? propertyName(node.name)
          : first && memberOf(unwrap(first))?.name;
      isById ||= /^(?:user_?)?id$/i.test(column ?? '');
      return !isById;
    });
    return isById;
  });
}

/** Whether each row of a table belongs to somebody: by a column of its own, or as part of a row of such a table. */
function isOwned(context: FileContext, table: Table, forReads: boolean, depth: number): boolean {
  const isOfUsers = isTableOfUsers(context, table.name);
  if (!isOfUsers && [...table.columns.keys()].some((key) => isOfTenant(context, key))) return true;
  // Who last changed a row that another has made shares it with them.
  const isShared = [...table.columns.keys()].some((key) => /^(?:last_?)?(?:updated|modified|edited)_?by/i.test(key));
  const variable = wrapped(table.ref.node).parent;
  const names = [table.name, ts.isVariableDeclaration(variable) ? variable.name.getText() : undefined];
  const columns = [...table.columns].filter(
    ([key]) =>
      !(isShared && /ed_?by(?:_?user)?(?:_?id)?$/i.test(key)) && !isNoteOfAuthor(context, key, names, forReads),
  );
  if (columns.some(([key, column]) => OWNER.test(key) && !isPlainUser(column))) return true;
  return columns.some(([, column]) => {
    // A picture that a row may have is not what it belongs to.
    const to = referredBy(column);
    const parent = to && (column.modifiers.includes('notNull') || to.cascades) ? tableOf(context, to.table) : undefined;
    if (!parent || parent.ref.node === table.ref.node) return false;
    return isTableOfUsers(context, parent.name) || (depth > 0 && isOwned(context, parent, forReads, depth - 1));
  });
}

/** A column that users have as well, and that goes along with each session: the company, school or practice they belong to. */
function isOfTenant(context: FileContext, key: string): boolean {
  const plain = (name: string): string => name.replace(/_/g, '').toLowerCase();
  return (
    /[a-z]_?id$/i.test(key) &&
    !/role|avatar|image|photo|lang|locale|country|city|plan|session/i.test(key) &&
    attributeKeys(context).some((attribute) => plain(attribute) === plain(key))
  );
}

/** `user: text('user')`: the name to log in with at a server, when no row is meant. */
function isPlainUser(column: Column): boolean {
  return /^user$/i.test(column.key) && !referredBy(column) && !/id$/i.test(column.dbName ?? '');
}

/** Whether a column or relation leads to users, or to what belongs to them: authors may be people who never sign in. */
function isOfUser(models: ReadonlyMap<string, PrismaModel>, model: PrismaModel, key: string): boolean {
  const relation =
    [...model.fields.values()].find(({ line }) => new RegExp(`\\bfields:\\s*\\[[^\\]]*\\b${key}\\b`).test(line)) ??
    model.fields.get(key);
  const target = models.get(relation?.type.replace('[]', '').toLowerCase() ?? '');
  if (!target || OWNER.test(target.name) || /user/i.test(target.name)) return true;
  return [...target.fields].some(
    ([name, { type }]) => (OWNER.test(name) && models.get(type.toLowerCase()) !== model) || OWNER.test(type),
  );
}

/** The conditions of a query, also those that were put into a variable or a list first: `and(...conditions)`. */
function conditionsOf(context: FileContext, { filter }: DatabaseOp): readonly Ref[] {
  const made = filter.flatMap((part): readonly Ref[] => {
    const name = unwrap(part.node);
    if (!ts.isIdentifier(name) || isFilledLater({ ...part, node: name })) return [];
    return context.values
      .roots(part)
      .filter(({ ref: { node }, path }) => !path.length && isCondition(node))
      .map(({ ref }) => ref);
  });
  return [...filter, ...made].flatMap((part) => {
    const lists: Ref[] = [];
    walk(part.node, (node) => {
      if (ts.isSpreadElement(node) && ts.isIdentifier(node.expression))
        lists.push(...elementsOf({ ...part, node: node.expression }));
      return true;
    });
    return [part, ...lists];
  });
}

/** `where.userId = user.id` */
function isFilledLater({ node, file }: Ref<ts.Identifier>): boolean {
  return (bindingOf(file, node)?.uses ?? []).some(({ parent }) => {
    const assigned = memberOf(parent) && parent.parent;
    return !!assigned && ts.isBinaryExpression(assigned) && assigned.left === parent;
  });
}

/** `eq(notes.id, id)`, `{ id }` */
function isCondition(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    (ts.isCallExpression(node) && /^(?:and|or|not|eq|inArray|sql)$/.test(calleeName(node) ?? ''))
  );
}

/** What a list is made of and what is pushed to it. */
function elementsOf({ node, file }: Ref<ts.Identifier>): readonly Ref[] {
  const binding = bindingOf(file, node);
  const declared = binding?.declaration;
  const made =
    declared && ts.isVariableDeclaration(declared) && declared.initializer ? unwrap(declared.initializer) : undefined;
  if (!made || !ts.isArrayLiteralExpression(made)) return [];
  const pushed = (binding?.uses ?? []).flatMap(({ parent }): readonly ts.Expression[] => {
    const call = ts.isPropertyAccessExpression(parent) && parent.name.text === 'push' ? parent.parent : undefined;
    return call && ts.isCallExpression(call) ? call.arguments : [];
  });
  return [...made.elements, ...pushed].map((element) => ({ node: element, file }));
}

function filterLeaves(context: FileContext, op: DatabaseOp): readonly Ref[] {
  const found: Ref[] = [];
  for (const filter of conditionsOf(context, op)) {
    walk(filter.node, (node) => {
      if (
        ts.isIdentifier(node) ||
        ts.isPropertyAccessExpression(node) ||
        ts.isElementAccessExpression(node) ||
        ts.isCallExpression(node)
      )
        found.push({ ...filter, node });
      return true;
    });
  }
  return found;
}

/** The queries whose rows a value is taken from: `original.id` of `const [original] = await db.select()…`. */
function readsBehind(context: FileContext, leaf: Ref, depth = 0): readonly DatabaseOp[] {
  if (!memberOf(leaf.node) && !(ts.isIdentifier(leaf.node) && isValueUse(leaf.node))) return [];
  return context.values.deepRoots(leaf).flatMap((value) => {
    const read = readBehind(context, value);
    if (read) return [read];
    // `rows.map((row) => row.id)`
    const list = value.ref.node;
    const [callback] =
      ts.isCallExpression(list) && /^(?:map|flatMap)$/.test(calleeName(list) ?? '') ? list.arguments : [];
    if (!callback || value.path.length || depth > 2) return [];
    return context.values
      .functions({ ...value.ref, node: callback })
      .flatMap((fn) => context.values.returned(fn))
      .flatMap((element) => readsBehind(context, { ...element, node: unwrap(element.node) }, depth + 1));
  });
}

/** Whether the request says which row it is, by something that is no secret. */
function isChosenByRequest(context: FileContext, op: DatabaseOp, depth = 0): boolean {
  if (asksForSecret(context, op)) return false;
  return filterLeaves(context, op).some((leaf) => {
    if (ts.isIdentifier(leaf.node) && !isValueUse(leaf.node)) return false;
    if (op.verb === 'read' && isSearchedFor(leaf.node)) return false;
    // In `input.token` it is the token that matters.
    if (memberOf(leaf.node.parent)?.object === leaf.node) return false;
    if (!context.roles.isRequestInput(leaf))
      return (
        depth < MAX_READS && readsBehind(context, leaf).some((read) => isChosenByRequest(context, read, depth + 1))
      );
    // A page never puts ids into cookies for others to use: who has one was given it.
    if (context.roles.readsCookie(leaf)) return false;
    const { parent } = leaf.node;
    const column = ts.isPropertyAssignment(parent)
      ? propertyName(parent.name)
      : ts.isCallExpression(parent)
        ? memberOf(unwrap(parent.arguments[0] ?? parent))?.name
        : undefined;
    if (SECRET.test(column ?? '')) return false;
    const name = context.roles.inputName(leaf) ?? '';
    return !SECRET.test(name) || isPlainKey(op, name, column);
  });
}

/** `eq(notes.id, key)`: an id by another name, but for the rows of which others are sent the link. */
function isPlainKey({ tableName }: DatabaseOp, name: string, column: string | undefined): boolean {
  return (
    name === 'key' &&
    /^_?id$|Id$|_id$/.test(column ?? '') &&
    !/share|link|invit|join|ticket|pass/i.test(tableName ?? '')
  );
}

/** `like(t.name, …)`, `gte(t.day, …)`: what is looked for, rather than a row that is named. */
function isSearchedFor(node: ts.Node): boolean {
  for (let current = node; current.parent && !ts.isStatement(current); current = current.parent)
    if (ts.isCallExpression(current) && /^(?:i?like|gte?|lte?|between)$/.test(calleeName(current) ?? '')) return true;
  return false;
}

/** A condition on a secret besides others: `and(eq(boxes.id, id), eq(boxes.accessToken, input.token))`. */
function asksForSecret(context: FileContext, op: DatabaseOp): boolean {
  return conditionsOf(context, op).some((filter) => {
    let asks = false;
    walk(filter.node, (node) => {
      const [column, value] = ts.isPropertyAssignment(node)
        ? [propertyName(node.name), node.initializer]
        : ts.isCallExpression(node) && calleeName(node) === 'eq' && node.arguments.length === 2
          ? [memberOf(unwrap(node.arguments[0]!))?.name, node.arguments[1]!]
          : [undefined, undefined];
      if (column !== undefined && value && SECRET.test(column))
        asks ||= context.roles.isRequestInput({ ...filter, node: unwrap(value) });
      return !asks;
    });
    return asks;
  });
}

/** Names of properties are no values. */
function isValueUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return true;
}

function isTiedToSession(context: FileContext, op: DatabaseOp, depth = 0): boolean {
  if (namesOwner(context, op, depth)) return true;
  const leaves = filterLeaves(context, op);
  if (leaves.some((leaf) => isOnlyFallback(context, leaf))) return false;
  return leaves.some((leaf) => {
    const isTied = (read: DatabaseOp): boolean =>
      isTiedToSession(context, read, depth + 1) || limitsRelation(context, read);
    if (depth < 3 && readsBehind(context, leaf).some(isTied)) return true;
    if (speaksOfSession(context, leaf) || comesFromSession(context, leaf)) return true;
    // The result of a helper that cannot be seen: its user may well be the signed-in one.
    const unseen = context.values
      .roots(leaf)
      .some(
        (value) =>
          ts.isCallExpression(value.ref.node) &&
          /^(?:user|session)$/.test(value.path[0] ?? '') &&
          !context.values.targets(value.ref as Ref<ts.CallExpression>).length,
      );
    if (unseen) return true;
    // ctx.userId, locals.userId: the middleware put it there.
    return context.values
      .roots(leaf)
      .some(
        (value) =>
          !value.external &&
          OWNER.test(value.path[value.path.length - 1] ?? '') &&
          ts.isParameter(value.ref.node) &&
          !context.roles.isRequestInput(leaf),
      );
  });
}

/** `input.id ?? user.id`: whoever names an id gets it. */
function isOnlyFallback(context: FileContext, leaf: Ref): boolean {
  let node: ts.Node = leaf.node;
  if (ts.isIdentifier(node)) {
    const declared = bindingOf(leaf.file, node)?.declaration;
    if (declared && ts.isVariableDeclaration(declared) && declared.initializer) node = declared.initializer;
  } else while (ts.isBinaryExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const either = unwrap(node);
  return (
    ts.isBinaryExpression(either) &&
    /^(?:\|\||\?\?)$/.test(either.operatorToken.getText()) &&
    context.roles.isRequestInput({ ...leaf, node: either.left })
  );
}

/** Of the rows that come along only the user's: `with: { carts: { where: eq(carts.userId, user.id) } }`. */
function limitsRelation(context: FileContext, { call }: DatabaseOp): boolean {
  let limits = false;
  walk(call.node, (node) => {
    const isNested = ts.isPropertyAssignment(node) && propertyName(node.name) === 'where';
    if (isNested && isOfRelation(node))
      walk(node.initializer, (part) => {
        limits ||=
          (ts.isIdentifier(part) || memberOf(part) !== undefined) && speaksOfSession(context, { ...call, node: part });
        return !limits;
      });
    return !limits;
  });
  return limits;
}

function isOfRelation(where: ts.Node): boolean {
  for (let node = where.parent; !ts.isCallExpression(node); node = node.parent)
    if (ts.isPropertyAssignment(node) && /^(?:with|include|select)$/.test(propertyName(node.name) ?? '')) return true;
    else if (!ts.isPropertyAssignment(node) && !ts.isObjectLiteralExpression(node)) return false;
  return false;
}

/** A condition on the owner's column with something that the request does not supply. */
function namesOwner(context: FileContext, op: DatabaseOp, depth: number): boolean {
  if (op.sql !== undefined) {
    const where = /\bwhere\b([\s\S]*)$/i.exec(op.sql)?.[1] ?? '';
    const columns = [...where.matchAll(/(\w+)["`\]]?\s*=\s*(?:\u0000|\?|\$\d+|:\w+)/g)].map((match) => match[1]!);
    return columns.some((column) => OWNER.test(column)) && op.filter.some((ref) => !context.roles.isRequestInput(ref));
  }
  // .where('user_id', '=', user.id), .where('user_id', user.id)
  const isNamed = op.filter.some((filter, index) => {
    const column = stringValue(unwrap(filter.node));
    if (column === undefined || !OWNER.test(column.slice(column.lastIndexOf('.') + 1))) return false;
    const value = op.filter.slice(index + 1).find(({ node }) => !/^(?:=|==|is|in)$/.test(stringValue(node) ?? ''));
    return !!value && !context.roles.isRequestInput(value);
  });
  if (isNamed) return true;
  let names = false;
  for (const filter of conditionsOf(context, op)) {
    walk(filter.node, (node) => {
      const [column, value] = ts.isPropertyAssignment(node)
        ? [propertyName(node.name), node.initializer]
        : ts.isShorthandPropertyAssignment(node)
          ? [node.name.text, node.name]
          : ts.isCallExpression(node) && node.arguments.length === 2
            ? [memberOf(unwrap(node.arguments[0]!))?.name, node.arguments[1]!]
            : [undefined, undefined];
      if (column !== undefined && value && OWNER.test(column) && !ts.isObjectLiteralExpression(unwrap(value)))
        names ||=
          !context.roles.isRequestInput({ ...filter, node: value }) &&
          !isOfChosenRow({ ...filter, node: unwrap(value) });
      return !names;
    });
  }
  return names;

  /** The id of a team that the request has named: whether it is the user's nobody has asked. */
  function isOfChosenRow(value: Ref): boolean {
    const reads = depth < 3 ? readsBehind(context, value) : [];
    // A helper may be given the id by others as well, who know whose it is.
    const isAlwaysRead = context.values.deepRoots(value).every((root) => readBehind(context, root) !== undefined);
    return (
      reads.length > 0 &&
      isAlwaysRead &&
      reads.every(
        (read) =>
          isChosenById(context, read) &&
          isChosenByRequest(context, read, depth + 1) &&
          !isTiedToSession(context, read, depth + 1) &&
          !limitsRelation(context, read),
      )
    );
  }
}

/** Whether the handler is made by a builder, or behind a guard, that speaks of a role. */
function isForRole(context: FileContext, entry: EntryPoint): boolean {
  let current: ts.Node = entry.fn.node;
  if (entry.framework === 'nestjs' && [current, current.parent].some((part) => part && isDecoratedForRole(part)))
    return true;
  while (current.parent) {
    const { parent } = current;
    if (ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === current)) {
      const others = parent.arguments.filter(
        (argument) =>
          argument !== current &&
          !ts.isStringLiteralLike(argument) &&
          !onlyAsksWhoIsThere(context, { ...entry.fn, node: argument }),
      );
      const isNamed =
        [parent.expression, ...others].some((part) => wordsOf(part).some((word) => ROLE.test(word))) ||
        // requireRole('support')
        others.some((part) => ts.isCallExpression(part) && /role|permission/i.test(calleeName(part) ?? ''));
      if (isNamed) return true;
      // `caught(handler)`: what is around it is given to the router.
      if (memberOf(unwrap(parent.expression))) break;
    } else if (
      !ts.isPropertyAssignment(parent) &&
      !ts.isObjectLiteralExpression(parent) &&
      !ts.isParenthesizedExpression(parent)
    )
      break;
    current = parent;
  }
  return isRoutedForRole(context, entry);
}

function isRoutedForRole(
  context: FileContext,
  { fn, framework }: EntryPoint,
  isAskedAbout?: (path: string) => boolean,
): boolean {
  return (
    !ts.isSourceFile(fn.node) &&
    /^(?:express|hono|fastify|elysia)$/.test(framework) &&
    isRegisteredBehind(
      context,
      { ...fn, node: fn.node },
      (guard) => asksForRole(context, guard) || asksForKey(context, guard),
      isAskedAbout,
    )
  );
}

/**
 * Whether only a part of the address names the row, and whichever route has that part is for people with a role: a handler
 * of `/me` and of `/users/:id` takes the signed-in user where there is no part.
 */
function isNamedForRole(context: FileContext, entry: EntryPoint, op: DatabaseOp): boolean {
  const parts = filterLeaves(context, op)
    .filter((leaf) => memberOf(leaf.node.parent)?.object !== leaf.node && context.roles.isRequestInput(leaf))
    .map((leaf) => partOfAddress(context, leaf));
  return (
    parts.length > 0 &&
    parts.every((part) => part !== undefined) &&
    isRoutedForRole(context, entry, (path) => parts.every((part) => new RegExp(`[:*]${part}\\b|\\*`).test(path)))
  );
}

/** The part of the address that a value is, if it is nothing else of the request: `id` of `params.id ?? user.id`. */
function partOfAddress(context: FileContext, leaf: Ref): string | undefined {
  const names = context.values.roots(leaf).flatMap(({ ref: { node }, path }) => {
    if (ts.isParameter(node)) {
      if (path.some((part) => /^(?:body|query|headers)$/.test(part))) return [undefined];
      const at = path.indexOf('params');
      return at < 0 ? [] : [path[at + 1]];
    }
    return ts.isCallExpression(node) ? [calleeName(node) === 'param' ? stringValue(node.arguments[0]) : undefined] : [];
  });
  const [name] = names;
  return /^\w+$/.test(name ?? '') && names.every((other) => other === name) ? name : undefined;
}

/** What a part of a registration says of who may get in: neither the routes before it nor the input say anything of that. */
function wordsOf(part: ts.Node): readonly string[] {
  const words: string[] = [];
  walk(part, (node) => {
    if (ts.isTypeNode(node)) return false;
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) words.push(node.text);
    if (ts.isPropertyAssignment(node)) return !INPUT.test(propertyName(node.name) ?? '');
    if (!ts.isCallExpression(node) || !REGISTERS.test(calleeName(node) ?? '')) return true;
    words.push(...wordsOf(node.expression));
    return false;
  });
  return words;
}

/** `@Roles('editor')`, `@UseGuards(StaffGuard)` */
function isDecoratedForRole(node: ts.Node): boolean {
  return (
    ts.canHaveDecorators(node) &&
    (ts.getDecorators(node) ?? []).some(({ expression }) =>
      /role|admin|moderat|staff|permission/i.test(expression.getText()),
    )
  );
}

/** Middleware for callers that are no users: a key says whose rows they may reach. */
function asksForKey(context: FileContext, guard: Ref): boolean {
  return context.values.functions(guard).some((fn) => asksForOtherCredentials(context, fn));
}

/** What middleware calls to answer or to go on. */
const ANSWERS = /^(?:next|status|sendStatus|json|send|end|redirect|code|set|header|setHeader|cookie|type)$/;

/** Whether middleware lets everybody go on who is signed in, whatever it is called: what it is to ask is not written yet. */
function onlyAsksWhoIsThere(context: FileContext, guard: Ref): boolean {
  if (!ts.isIdentifier(unwrap(guard.node))) return false;
  const functions = context.values.functions(guard);
  return (
    functions.length > 0 &&
    functions.every((fn) => {
      const { body, parameters } = fn.node;
      return (
        !!body &&
        parameters.length > 1 &&
        mentionsSession(context, fn) &&
        !asksForMore({ ...fn, node: body }) &&
        context.ops.callsIn(fn.file, fn.node).every((call) => ANSWERS.test(calleeName(call) ?? ''))
      );
    })
  );
}

/** Whether code decides by anything but whether there is a user or a session. */
function asksForMore(body: Ref): boolean {
  let asks = /role|admin|moderat|staff|permi|right|level|rank|scope|polic/i.test(body.node.getText());
  walk(body.node, (node) => {
    const isWhole = memberOf(node.parent)?.object !== node;
    if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind))
      asks ||= ![node.left, node.right].some(isNullish);
    else if (isWhole && (memberOf(node) || (ts.isIdentifier(node) && isValueUse(node))) && isTested({ ...body, node }))
      asks ||= !/^(?:user|session|account|undefined)$/i.test(memberOf(node)?.name ?? node.getText());
    return !asks;
  });
  return asks;
}

/** Whether middleware looks at the role of the user, by its name or in its code. */
function asksForRole(context: FileContext, guard: Ref): boolean {
  const node = unwrap(guard.node);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return false;
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some((element) => asksForRole(context, { ...guard, node: element }));
  // `{ beforeHandle: [isStaff] }`
  if (ts.isObjectLiteralExpression(node))
    return node.properties.some(
      (hook) =>
        ts.isPropertyAssignment(hook) &&
        HOOKS.test(propertyName(hook.name) ?? '') &&
        asksForRole(context, { ...guard, node: hook.initializer }),
    );
  const name = ts.isCallExpression(node) ? calleeName(node) : ts.isIdentifier(node) ? node.text : undefined;
  if (/admin|moderat|staff|role|permission/i.test(name ?? '') && !onlyAsksWhoIsThere(context, { ...guard, node })) {
    const makesRouter = context.values
      .roots({ ...guard, node })
      .some(({ ref }) => /Router$|^(?:Hono|OpenAPIHono|Elysia)$/.test(made(ref.node)));
    if (!makesRouter) return true;
  }
  return context.values.functions({ ...guard, node }).some((fn) => {
    let asks = false;
    walk(fn.node, (inner) => {
      asks ||= RIGHT.test(memberOf(inner)?.name ?? '') && isTested({ ...fn, node: inner });
      return !asks;
    });
    return asks;
  });
}

/** Whether something is decided by a value, or by what is looked up by it: it is compared, negated, looked for, or a condition itself. */
function isTested({ node, file }: Ref, depth = 0): boolean {
  const { parent } = node;
  const isOutcomeTested = (outcome: ts.Node): boolean => isTested({ node: outcome, file }, depth);
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.QuestionQuestionToken) return isOutcomeTested(parent);
    return (
      isEquality(operator) !== undefined ||
      /^(?:&&|\|\||[<>]=?|&|in)$/.test(parent.operatorToken.getText(file.sourceFile))
    );
  }
  if (ts.isIfStatement(parent) || ts.isSwitchStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isCallExpression(parent)) return /^(?:includes|has|some|every)$/.test(calleeName(parent) ?? '');
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isElementAccessExpression(parent)
  )
    return isOutcomeTested(parent);
  // `const ranks = RANKS[user.role]`
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && parent.initializer === node)
    return (
      depth < 3 && (bindingOf(file, parent.name)?.uses ?? []).some((use) => isTested({ node: use, file }, depth + 1))
    );
  return (
    ts.isPrefixUnaryExpression(parent) || (ts.isPropertyAccessExpression(parent) && isOutcomeTested(parent.parent))
  );
}

/** Whether something is decided by what a user may do: `user.role`, `role` of `const { role } = user`, `user.level`. */
function asksForRight(context: FileContext, ref: Ref): boolean {
  const { node } = ref;
  if (!memberOf(node) && !(ts.isIdentifier(node) && isValueUse(node))) return false;
  if (!isTested(ref)) return false;
  const name = memberOf(node)?.name ?? propertyBehind(context, ref) ?? '';
  if (RIGHT.test(name)) return !context.roles.isRequestInput(ref);
  return RANK.test(name) && !STATE.test(name) && speaksOfSession(context, ref);
}

/** The property that a variable stands for: `role` of `const { role: rank } = user`. */
function propertyBehind(context: FileContext, ref: Ref): string | undefined {
  return context.values
    .roots(ref)
    .map(({ path }) => path[path.length - 1])
    .find((part) => part !== undefined);
}

function made(node: ts.Node): string {
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? (calleeName(node) ?? '') : '';
}

/** Some comparison with the session's user or role, or a helper that is given the user, decides here or in a helper. */
function comparesOwner(context: FileContext, owner: Ref, depth: number): boolean {
  let compares = false;
  const at = (node: ts.Node): Ref => ({ ...owner, node });
  const ofSession = (node: ts.Node): boolean =>
    speaksOfSession(context, at(node)) || comesFromSession(context, at(node));
  // `const viewerId = locals.user?.id`, compared with something that is not made up here.
  const isIdOfUser = (node: ts.Identifier): boolean => {
    const { parent } = node;
    const other = ts.isBinaryExpression(parent) ? (parent.left === node ? parent.right : parent.left) : undefined;
    if (!other || !ofSession(node)) return false;
    // `const { kind } = locals.user`, compared with a word.
    return !ts.isLiteralExpression(unwrap(other)) || !/^(?:|_?id)$/.test(propertyBehind(context, at(node)) ?? '');
  };
  walk(owner.node, (node) => {
    if (compares) return false;
    if (ts.isConditionalExpression(node) && !decides(node)) return false;
    if (refusesOwn(node, ofSession)) return false;
    if (asksForRight(context, at(node))) compares = true;
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      compares = isRowOfUser(context, at(node.operand));
    if (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind)) {
      // Rows put together in code, `row.listId === list.id`, and those of a list that are there.
      const sides = [node.left, node.right].filter((side) => !isNullish(side));
      if (isInCallback(node) && sides.every((side) => isElement(at(side)))) return true;
      // `user === null` asks who is signed in, not whose the row is.
      if (sides.length < 2) {
        compares = [node.left, node.right].some((side) => isRowOfUser(context, at(side)));
        return !compares;
      }
      compares = [node.left, node.right].some((side) => {
        const inner = unwrap(side);
        const member = memberOf(inner);
        if (member && (OWNER.test(member.name) || member.name === 'role' || ofSession(inner))) return true;
        // `post.owner.id`: the owner came along with the row.
        if (member && /^_?id$/.test(member.name) && OWNER.test(memberOf(unwrap(member.object))?.name ?? ''))
          return true;
        return ts.isIdentifier(inner) && (OWNER.test(inner.text) || isIdOfUser(inner));
      });
      // `order.buyer_id !== viewer.id`, with a viewer that a helper out of sight knows.
      const [left, right] = [unwrap(node.left), unwrap(node.right)];
      compares ||=
        !!memberOf(left) &&
        !!memberOf(right) &&
        [left, right].some((side) => isFromUnseenHelper(context, at(side))) &&
        [left, right].some((side) => !isFromUnseenHelper(context, at(side)) && !context.roles.isRequestInput(at(side)));
    } else if (ts.isCallExpression(node)) {
      if (
        /can|owns?|allow|authori|permission|access|ability|role|admin|assert|ensure|member|includes|some/i.test(
          node.expression.getText(),
        ) &&
        node.arguments.some((argument) => ofSession(argument) || isRightOfUser(context, at(argument)))
      )
        compares = true;
      else if (ASKS.test(calleeName(node) ?? '') && node.arguments.some((argument) => tellsUser(context, at(argument))))
        compares = true;
      else if (depth < 3)
        compares = context.values
          .targets(at(node) as Ref<CallLike> as Ref<ts.CallExpression>)
          .some(
            (target) =>
              target.node !== owner.node &&
              mayKnowUser(context, at(node) as Ref<ts.CallExpression>, target) &&
              comparesOwner(context, target, depth + 1),
          );
    }
    return !compares;
  });
  return compares;
}

/** What a callback is given of a list: `rows.filter((row) => row.listId === …)`. */
function isElement(ref: Ref): boolean {
  let base = unwrap(ref.node);
  for (let member = memberOf(base); member; member = memberOf(base)) base = unwrap(member.object);
  const declared = ts.isIdentifier(base) ? bindingOf(ref.file, base)?.declaration : undefined;
  return !!declared && ts.isParameter(declared) && isInCallback(declared);
}

/** Whether the function around a node is what a method is given that goes through a list and decides nothing. */
function isInCallback(node: ts.Node): boolean {
  const fn = enclosingFunction(node);
  const call = fn && wrapped(fn).parent;
  return (
    !!call &&
    ts.isCallExpression(call) &&
    call.arguments[0] === wrapped(fn) &&
    memberOf(unwrap(call.expression)) !== undefined &&
    /^(?:map|flatMap|filter|forEach)$/.test(calleeName(call) ?? '')
  );
}

/** Whether a helper may know who is signed in: it looks itself, or is given something of the user or of the request. */
function mayKnowUser(context: FileContext, { node, ...at }: Ref<ts.CallExpression>, target: FunctionRef): boolean {
  const isOfRequest = (argument: ts.Node): boolean => {
    let found = false;
    // `revoke(id, { userId: user.id, role: user.role })`
    walk(argument, (inner) => {
      if (found || !(ts.isIdentifier(inner) || memberOf(inner))) return !found;
      const ref = { ...at, node: inner };
      found =
        speaksOfSession(context, ref) ||
        comesFromSession(context, ref) ||
        isFromUnseenHelper(context, ref) ||
        context.values
          .roots(ref)
          .some(
            ({ ref: { node: root }, external }) =>
              ts.isParameter(root) || ts.isObjectLiteralExpression(root) || external !== undefined,
          );
      return !found;
    });
    return found;
  };
  return !node.arguments.length || node.arguments.some(isOfRequest) || mentionsSession(context, target);
}

/** `if (user.id === params.id) return fail('You cannot remove yourself')`: all others may be. */
function refusesOwn(node: ts.Node, ofSession: (node: ts.Node) => boolean): boolean {
  if (!ts.isBinaryExpression(node) || isEquality(node.operatorToken.kind) !== 'equal') return false;
  if (!ts.isIfStatement(node.parent) || node.parent.elseStatement) return false;
  if (!/\b[45]\d\d\b|\bfail\(|error|\bthrow\b/i.test(node.parent.thenStatement.getText())) return false;
  return [node.left, node.right].some(
    (side) => /^(?:\w*_)?id$|Id$/.test(memberOf(unwrap(side))?.name ?? side.getText()) && ofSession(side),
  );
}

/** What a hook has put on the request of what the user may do: `locals.permissions`. */
function isRightOfUser(context: FileContext, ref: Ref): boolean {
  return context.values
    .roots(ref)
    .some(
      ({ ref: { node }, path, external }) =>
        !external &&
        ts.isParameter(node) &&
        path.includes('locals') &&
        /role|permission|abilit|scopes/i.test(path[path.length - 1] ?? ''),
    );
}

/** A row that is there for some users only, found by who is signed in: their membership, their profile as a teacher. */
function isRowOfUser(context: FileContext, ref: Ref): boolean {
  return readsBehind(context, ref).some((read) => {
    const table = tableOfOperation(context, read);
    return (
      ![read.tableName?.replace(/_?table$/i, ''), table?.name].some((name) => isTableOfUsers(context, name)) &&
      filterLeaves(context, read).some((leaf) => speaksOfSession(context, leaf) || comesFromSession(context, leaf))
    );
  });
}

/** Whether what a condition chooses between may let the request go on or not, rather than being one text or another. */
function decides({ whenTrue, whenFalse }: ts.ConditionalExpression): boolean {
  return [whenTrue, whenFalse].some((branch) => {
    let isPlain = true;
    walk(branch, (node) => {
      isPlain &&=
        ts.isObjectLiteralExpression(node) ||
        ts.isStringLiteralLike(node) ||
        ts.isNumericLiteral(node) ||
        ts.isAsExpression(node) ||
        ts.isParenthesizedExpression(node) ||
        ts.isTypeNode(node) ||
        (ts.isPropertyAssignment(node) && !OWNER.test(propertyName(node.name) ?? '')) ||
        (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
        isNullish(node as ts.Expression);
      return isPlain && !ts.isTypeNode(node);
    });
    return !isPlain;
  });
}
