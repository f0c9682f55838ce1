import type { FileContext } from '../../../core/context';
import { literalText } from '../../../core/cookies';
import type { CookieOp } from '../../../core/cookies';
import { inFile, insertBefore } from '../../../core/edit';
import { exportNamesOf } from '../../../core/model';
import type { LuciaOp, Op, Owner, Site } from '../../../core/ops';
import type { Instance } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  stringValue,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { memoizedWithCallers } from '../../../core/values';
import type { FunctionRef, Ref } from '../../../core/values';
import {
  awaitableStatement,
  callsApi,
  isSessionValue,
  luciaInScope,
  onlyWithoutSession,
  reachedFromOutside,
  sessionIdInScope,
} from '../../_shared/session';

interface State {
  readonly owner: Owner;
  readonly at: ts.Node;
}

export default defineRule<State>({
  id: 'require-session-invalidation',
  family: 'lifecycle',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 613,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A logout clears the session cookie but leaves the session in the database.',
    why: 'Clearing the cookie only asks this browser to forget the session id. Whoever has a copy of it, from a shared computer, a log or malware, stays signed in until the session expires.',
    how: 'Call lucia.invalidateSession(session.id) and then send the blank cookie. Use invalidateUserSessions() to sign the user out everywhere.',
    limits:
      'A logout that hands the session to code outside of the project, to an HTTP API, or to a procedure behind a caller, is taken as complete.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.4.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    {
      title: 'Lucia v3: validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/index.md',
    },
    { title: 'CWE-613: Insufficient Session Expiration', url: 'https://cwe.mitre.org/data/definitions/613.html' },
  ],
  messages: {
    cookieOnly:
      'Clearing the cookie is not a logout: the session id keeps working until invalidateSession() is called.',
  },
  words: ['ookie', 'lucia', 'ogout', 'ogOut', 'og-out', 'ignout', 'ignOut', 'ign-out', 'ession', 'auth', 'Auth'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const entries = new Set(context.entryPoints.map((entry) => entry.fn.node));
    for (const owner of reachedFromOutside(context)) {
      if (handlesErrors(context, owner)) continue;
      const sites = context.ops.sites(owner);
      // A helper for the cookie alone that nothing calls yet: its callers will answer for the session.
      if (!entries.has(owner.node) && sites.every(({ op }) => isOnlyCookie(op))) continue;
      const cleared = clearing(context, owner);
      if (!cleared || endsSession(context, owner, sites)) continue;
      const { at } = cleared;
      if (cleared.op.kind === 'lucia' && isHandedBack(context, owner, at)) continue;
      // A helper that is wrong for all of its callers is reported itself.
      if (!cleared.direct && isWrongForAll(context, helperOf(cleared))) continue;
      report({
        at,
        message: 'cookieOnly',
        related:
          cleared.op.call.node === at || cleared.direct
            ? []
            : [
                context.related(
                  { node: cleared.op.call.node, file: cleared.op.call.file },
                  'The cookie is cleared here.',
                ),
              ],
        state: { owner, at },
      });
    }
    for (const node of context.file.functions) {
      const helper: FunctionRef = { node, file: context.file };
      if (!node.body || !isWrongForAll(context, helper)) continue;
      const cleared = clearing(context, helper);
      if (cleared?.direct) report({ at: cleared.at, message: 'cookieOnly' });
    }
  },
  fixes({ owner, at }, context) {
    const statement = awaitableStatement(at);
    const lucia = luciaInScope(context, owner);
    const id = statement && lucia ? sessionIdInScope(context, owner, firstUse(statement), at) : undefined;
    if (!statement || !lucia || !id) return [];
    const code = id.isPresent
      ? `await ${lucia}.invalidateSession(${id.text});`
      : `if (${id.text.replace(/\.id$/, '')}) await ${lucia}.invalidateSession(${id.text});`;
    return [
      {
        title: `Invalidate the session before its cookie is cleared`,
        kind: 'suggested',
        edits: () => inFile(context.file, insertBefore(context.file, firstUse(statement), code)),
      },
    ];
  },
});

/** SvelteKit's handleError(), app.onError(), Express's middleware with four parameters: what lets a browser start anew is no logout. */
function handlesErrors(context: FileContext, { node, file }: Owner): boolean {
  if (!isFunctionNode(node)) return false;
  const { parent } = wrapped(node);
  const registers = ts.isCallExpression(parent) ? (calleeName(parent) ?? '') : '';
  if (/^(?:onError|setErrorHandler)$/.test(registers)) return true;
  if (context.frameworks.has(file.path, 'express') && node.parameters.length === 4) return true;
  return context.frameworks.has(file.path, 'sveltekit') && exportNamesOf(file, node).includes('handleError');
}

function isOnlyCookie(op: Op): boolean {
  return op.kind === 'cookie' || (op.kind === 'lucia' && op.method === 'createBlankSessionCookie');
}

/** When the blank cookie is made in the statement right before, the call goes before both. */
function firstUse(statement: ts.Statement): ts.Statement {
  const { parent } = statement;
  if (!ts.isBlock(parent)) return statement;
  const previous = parent.statements[parent.statements.indexOf(statement) - 1];
  return previous && ts.isVariableStatement(previous) && /createBlankSessionCookie\(/.test(previous.getText())
    ? previous
    : statement;
}

function helperOf(site: Site): FunctionRef | undefined {
  const { call } = site.op;
  const fn = enclosingFunction(call.node);
  return fn && { node: fn, file: call.file };
}

/** Whether a helper clears the cookie for handlers only that all leave the session in the database. */
function isWrongForAll(context: FileContext, helper: FunctionRef | undefined): boolean {
  if (!helper || context.roles.isWrapper(helper)) return false;
  return memoizedWithCallers(helper.file, helper.node, 'clearsForLogouts', () => {
    if (
      !context.ops
        .callsIn(helper.file, helper.node)
        .some((node) =>
          context.ops.of({ node, file: helper.file }).some((op) => op.kind === 'cookie' || op.kind === 'lucia'),
        )
    )
      return false;
    const cleared = clearing(context, helper);
    // Making a blank cookie clears nothing yet.
    if (!cleared?.direct || cleared.op.kind !== 'cookie') return false;
    const calls = context.roles.callersOf(helper);
    return (
      calls.length > 0 &&
      calls.every((call) => {
        if (onlyWithoutSession(context, call)) return false;
        const owner = reachedFromOutside(context, call.file).find((candidate) => isInside(call.node, candidate.node));
        return !!owner && !!clearing(context, owner) && !endsSession(context, owner, context.ops.sites(owner));
      })
    );
  });
}

/** The place where an owner clears the session cookie of a request that may well have a valid session. */
function clearing(context: FileContext, owner: Owner, depth = 0): Site | undefined {
  let made: Site | undefined;
  if (renews(context, owner)) return undefined;
  for (const site of context.ops.sites(owner)) {
    const { op } = site;
    const clears =
      op.kind === 'cookie' &&
      op.action === 'clear' &&
      (context.roles.isSessionCookie(op) ||
        (op.api === 'header' && !!op.value && namesSessionCookie(context, op.value)));
    const blank = op.kind === 'lucia' && op.method === 'createBlankSessionCookie' && !lendsAttributes(op.call);
    if ((!clears && !blank) || (made && !clears)) continue;
    if (onlyWithoutSession(context, { ...owner, node: site.at })) continue;
    if (!site.direct && depth < 4) {
      const called: readonly FunctionRef[] = context.values.targets({ ...owner, node: site.at });
      const targets = called.length ? called : callbacksOf({ ...owner, node: site.at });
      if (
        targets.length &&
        !targets.some(
          (target) =>
            !context.roles.isWrapper({ node: target.node, file: target.file }) && clearing(context, target, depth + 1),
        )
      )
        continue;
    }
    if (clears) return site;
    made = site;
  }
  return made ?? clearingHeader(context, owner);
}

/** A function that writes the cookie of a session anew which it has validated: it keeps people signed in. */
function renews(context: FileContext, owner: Owner): boolean {
  const ops = context.ops
    .callsIn(owner.file, owner.node)
    .flatMap((node) => context.ops.of({ node, file: owner.file }))
    .filter((op) => op.kind === 'lucia');
  return (
    ops.some(({ method }) => method === 'validateSession') &&
    ops.some(({ method, call }) => {
      const [id] = method === 'createSessionCookie' ? call.node.arguments : [];
      const session = id && memberOf(unwrap(id));
      return !!session && context.roles.sessionPart({ ...call, node: session.object }) === 'session';
    })
  );
}

/** The functions written as arguments of a call that is not followed: the body of a transaction, for one. */
function callbacksOf({ node, file }: Ref<CallLike>): readonly FunctionRef[] {
  return argumentsOf(node).flatMap((argument) => {
    const fn = unwrap(argument);
    return isFunctionNode(fn) ? [{ node: fn, file }] : [];
  });
}

/** Whether a function that is no handler gives the blank cookie to its caller, who knows what it is for. */
function isHandedBack(context: FileContext, owner: Owner, cookie: ts.Node): boolean {
  if (ts.isSourceFile(owner.node) || context.entryPoints.some((entry) => entry.fn.node === owner.node)) return false;
  return context.values
    .returned({ node: owner.node, file: owner.file })
    .some((ref) => context.values.roots(ref).some((value) => value.ref.node === cookie && !value.path.length));
}

/** Whether only the attributes of a cookie are taken, for another one. */
function lendsAttributes(call: Ref<ts.CallExpression>): boolean {
  const taken = (node: ts.Node): boolean => memberOf(node.parent)?.name === 'attributes';
  const { parent } = call.node;
  if (taken(call.node)) return true;
  if (!ts.isVariableDeclaration(parent)) return false;
  if (ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.every((element) => (element.propertyName ?? element.name).getText() === 'attributes');
  const uses = ts.isIdentifier(parent.name) ? (call.file.bindings.get(parent.name)?.uses ?? []) : [];
  return uses.length > 0 && uses.every(taken);
}

/** `headers: { 'Set-Cookie': 'auth_session=; Max-Age=0' }` in the answer that a function makes. */
function clearingHeader(context: FileContext, owner: Owner): Site | undefined {
  for (const { object, value } of context.roles.headerCookies(owner.file)) {
    if (!isInside(object.node, owner.node) || !namesSessionCookie(context, value)) continue;
    if (!/max-age=0\b|expires=thu, 01 jan 1970/i.test(literalText(value, context.values))) continue;
    let at: ts.Node = object.node;
    while (at.parent && !isFunctionNode(at) && !ts.isCallExpression(at) && !ts.isNewExpression(at)) at = at.parent;
    if (!ts.isCallExpression(at) && !ts.isNewExpression(at)) continue;
    if (onlyWithoutSession(context, { ...owner, node: at })) continue;
    const call: Ref<CallLike> = { node: at, file: owner.file };
    const op: CookieOp = {
      kind: 'cookie',
      action: 'clear',
      call,
      api: 'header',
      name: undefined,
      value,
      attributes: undefined,
      lucia: undefined,
    };
    return { op, at, direct: true };
  }
  return undefined;
}

/** A header written by hand: `auth_session=; Max-Age=0`, with the name as text or as lucia.sessionCookieName. */
function namesSessionCookie(context: FileContext, value: Ref): boolean {
  return context.values.roots(value).some((root) => {
    const { node } = root.ref;
    if (ts.isTemplateExpression(node) && node.head.text === '')
      return context.roles.isSessionCookieName({ ...root.ref, node: node.templateSpans[0]!.expression });
    if (ts.isBinaryExpression(node))
      return (
        namesSessionCookie(context, { ...root.ref, node: node.left }) ||
        context.roles.isSessionCookieName({ ...root.ref, node: node.left })
      );
    const name =
      ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
        ? /^([^=;\s]+)=/.exec(ts.isTemplateExpression(node) ? node.head.text : node.text)?.[1]
        : undefined;
    return (
      name !== undefined &&
      (name === 'auth_session' ||
        context.roles.projectInstances(context.path).some((instance) => instanceCookieName(context, instance) === name))
    );
  });
}

function instanceCookieName(context: FileContext, { options }: Instance): string | undefined {
  const value = options && context.values.roots(options, ['sessionCookie', 'name']).find((root) => !root.path.length);
  return value && stringValue(value.ref.node);
}

/** Whether the function ends the session in some other way, starts a new one, or hands the session to code that is not seen. */
function endsSession(context: FileContext, owner: Owner, sites: readonly Site[]): boolean {
  if (sites.some((site) => ends(context, site.op) && context.conditions.flow(owner).isReachable(site.at))) return true;
  if (sites.some(({ op }) => op.kind === 'lucia' && op.method === 'createSession')) return true;
  let unseen = false;
  walk(owner.node, (node) => {
    if (
      unseen ||
      (isFunctionNode(node) && node !== owner.node && context.entryPoints.some((entry) => entry.fn.node === node))
    )
      return false;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (callsApi(node) || signsOutElsewhere(context, { ...owner, node }) || takesSession(context, { ...owner, node }))
        unseen = true;
    }
    return true;
  });
  return unseen;
}

/** invalidateSession, or a delete in a table of sessions or of users. */
function ends(context: FileContext, op: Op): boolean {
  if (op.kind === 'lucia')
    return (op.method === 'invalidateSession' && !takesUser(context, op)) || op.method === 'invalidateUserSessions';
  if (op.kind !== 'database') return false;
  const name = `${op.tableName ?? ''} ${op.sql ?? ''}`;
  if (op.verb === 'delete')
    return /session|user|account|member|login|token|\u0000/i.test(name) || op.tableName === undefined;
  return op.verb === 'update' && /session/i.test(name);
}

/** `invalidateSession(user.id)`: no session has the id of its user, so that none ends. */
function takesUser(context: FileContext, { call, own }: LuciaOp): boolean {
  const [id] = call.node.arguments;
  if (own || !id) return false;
  const member = memberOf(unwrap(id));
  if (member?.name === 'id' && context.roles.sessionPart({ ...call, node: member.object }) === 'user') return true;
  const roots = context.values.roots({ ...call, node: id });
  return (
    roots.length > 0 &&
    roots.every(({ ref, path }) => {
      if (path.length === 1 && path[0] === 'id' && context.roles.sessionPart(ref) === 'user') return true;
      return /(?:^|\.)(?:user\.id|user_?id)$/i.test(path.join('.'));
    })
  );
}

/** A call that by its name signs out and that cannot be followed, such as a procedure behind a caller. */
function signsOutElsewhere(context: FileContext, call: Ref<CallLike>): boolean {
  return (
    /^(?:log|sign)_?(?:out|off)$/i.test(calleeName(call.node) ?? '') &&
    !context.ops.of(call).length &&
    !context.values.targets(call).length
  );
}

/** A call of something outside of the project that gets the session or its id. */
function takesSession(context: FileContext, call: Ref<CallLike>): boolean {
  if (context.ops.of(call).length) return false;
  const targets = context.values.targets(call);
  if (targets.some((target) => context.ops.sites(target).length > 0)) return false;
  if (ts.isCallExpression(call.node) && context.roles.cookieRead({ ref: call, path: [] })) return false;
  return argumentsOf(call.node).some(
    (argument) => !isFunctionNode(argument) && isSessionValue(context, { ...call, node: argument }),
  );
}
