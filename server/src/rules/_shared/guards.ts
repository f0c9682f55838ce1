import { isEquality } from '../../core/conditions';
import type { Fact } from '../../core/conditions';
import type { FileContext } from '../../core/context';
import type { EntryPoint } from '../../core/framework';
import { decoratorNames } from '../../core/framework';
import type { FlowEdge, FlowNode } from '../../core/flow';
import type { Owner, Site } from '../../core/ops';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  isInside,
  isFunctionNode,
  memberOf,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { isUnseen, memoizedWithCallers } from '../../core/values';
import type { FunctionRef, Ref, Value } from '../../core/values';
import { chainStart, isApplication, isSharedPlugin, middlewareCalls, mountsOfChain } from './routers';
import { saysNoSession, saysSession } from './session';

/** Whether a known fact says that somebody is signed in. */
export function provesSession(context: FileContext, fact: Fact): boolean {
  const node = unwrap(fact.ref.node);
  const at = (part: ts.Node): Ref => ({ ...fact.ref, node: part });
  const test = context.roles.missing(fact);
  if (test) {
    if (test.missing) return false;
    if (ts.isBinaryExpression(node)) return [node.left, node.right].some((side) => speaksOfSession(context, at(side)));
    return speaksOfSession(context, at(node));
  }
  // user.role === 'admin', session.userId !== ownerId: a comparison that came out equal to something.
  if (ts.isBinaryExpression(node))
    return [node.left, node.right].some(
      (side) => memberOf(unwrap(side)) !== undefined && speaksOfSession(context, at(side)),
    );
  return false;
}

/** A session, its user, or a property of one. */
export function speaksOfSession(context: FileContext, ref: Ref): boolean {
  let node = unwrap(ref.node);
  // `params.userId` of a helper that is given `{ userId: ctx.user.id }`.
  if (memberOf(node) && isPropertyOfSession(context, { ...ref, node })) return true;
  for (let depth = 0; depth < 5; depth++) {
    if (context.roles.sessionPart({ ...ref, node })) return true;
    const member = memberOf(node);
    if (!member) return isPropertyOfSession(context, { ...ref, node });
    node = unwrap(member.object);
  }
  return false;
}

/** A variable or parameter that stands for a property of the session or its user: `const id = locals.user.id`. */
function isPropertyOfSession(context: FileContext, ref: Ref): boolean {
  if (!ts.isIdentifier(ref.node) && !memberOf(ref.node)) return false;
  const roots = context.values.roots(ref);
  // What a guard gives back of the context: `requireLogin(context).session.userId`.
  const given = roots.some(({ ref: root, path }) => path.length > 1 && ts.isCallExpression(root.node))
    ? context.values.deepRoots(ref).filter(({ ref: root }) => ts.isParameter(root.node))
    : [];
  if (roots.some(({ ref: root, path }) => path.length > 0 && ts.isCallExpression(root.node)))
    if (context.values.deepRoots(ref).some((value) => isSealed(context, value))) return true;
  return [...roots, ...given].some(({ ref: root, path, external }) => {
    if (external || !path.length) return false;
    if (ts.isCallExpression(root.node)) {
      const part = context.roles.sessionPart(root);
      return part === 'user' || part === 'session' || (part === 'result' && /^(?:user|session)$/.test(path[0]!));
    }
    const at = path.findIndex((name) => name === 'user' || name === 'session');
    if (at < 0 || at === path.length - 1 || !(ts.isParameter(root.node) || ts.isIdentifier(root.node))) return false;
    const name = ts.isIdentifier(root.node)
      ? root.node.text
      : ts.isIdentifier(root.node.name)
        ? root.node.name.text
        : '';
    return (
      /^(?:locals|context|ctx|var|state|auth)$/.test(path[at - 1] ?? '') ||
      (at === 0 && /^(?:ctx|context|locals|c|req|request)$/.test(name))
    );
  });
}

/** What a sealed cookie says of the user, `(await useSession(…)).data.userId`: the server has put it there. */
function isSealed(context: FileContext, { ref, path }: Value): boolean {
  if (!ts.isCallExpression(ref.node) || !OF_USER.test(path[path.length - 1] ?? '')) return false;
  return context.values
    .callees(ref as Ref<CallLike>)
    .some(
      ({ external }) =>
        !!external &&
        /^(?:h3|vinxi\/(?:http|server)|@solidjs\/start\/http|@tanstack\/(?:react-)?start(?:-server|\/server)?|iron-session)$/.test(
          external.module,
        ) &&
        /^(?:useSession|getSession|getIronSession)$/.test(external.name),
    );
}

const OF_USER = /^(?:user|account|member)(?:_?id)?$/i;

/**
 * What a helper or a query makes of the session's user, and its properties: `profile` of `checkAuth(locals.user)`,
 * `membership` of a query by the user's id.
 */
export function comesFromSession(context: FileContext, ref: Ref, depth = 0): boolean {
  let node = unwrap(ref.node);
  for (let member = memberOf(node); member; member = memberOf(node)) node = unwrap(member.object);
  const whole = node === unwrap(ref.node) ? [] : context.values.roots(ref);
  return [...context.values.roots({ ...ref, node }), ...whole].some((value) => {
    const call = value.ref;
    if (!ts.isCallExpression(call.node) || value.external) return false;
    const used = context.ops
      .of(call as Ref<ts.CallExpression>)
      .flatMap((op) => (op.kind === 'database' && op.verb === 'read' ? op.filter : []));
    const given = used.length ? used : call.node.arguments.map((argument): Ref => ({ ...call, node: argument }));
    let found = false;
    for (const part of given) {
      walk(part.node, (inner) => {
        if (found || isFunctionNode(inner)) return false;
        if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return true;
        const at: Ref = { ...part, node: inner };
        found = speaksOfSession(context, at) || (depth < 2 && comesFromSession(context, at, depth + 1));
        return !found && !ts.isPropertyAccessExpression(inner);
      });
    }
    if (found || depth >= 2) return found;
    // What a helper makes of the session that it looks at itself: its user as another table has him.
    return context.values
      .targets(call as Ref<ts.CallExpression>)
      .some((target) =>
        context.values
          .returned(target)
          .some((given) => speaksOfSession(context, given) || comesFromSession(context, given, depth + 1)),
      );
  });
}

/** Whether a valid session is known whenever control gets to the node. */
export function isGuarded(context: FileContext, ref: Ref): boolean {
  return context.conditions.known(ref).some((fact) => provesSession(context, fact));
}

const CONTEXT_PARTS =
  /^(?:locals|session|user|auth|(?:current|loggedIn|signedIn|authenticated)User(?:Id)?|userId|viewer|account|member|identity|principal|getUser|getSession|requireUser|getAuthedUser|isAuthenticated)$/;

/**
 * Whether a function has anything to do with the session, itself or in a helper that it calls. What cannot be told
 * (an unresolved helper that is handed the request) counts as yes.
 * @param headers whether a header that a middleware sets is the session's word as well
 */
export function mentionsSession(context: FileContext, owner: Owner, headers = true, depth = 0): boolean {
  return memoizedWithCallers(owner.file, owner.node, `mentionsSession ${headers}`, () =>
    mentionsSessionIn(context, owner, owner.node, undefined, headers, depth),
  );
}

/** What says nothing about who sends the request. */
const ENDS_SESSIONS = /^(?:invalidateUserSessions|createBlankSessionCookie|deleteExpiredSessions)$/;

/** The same of a part of the function; what is inside of another part is left out. */
export function mentionsSessionIn(
  context: FileContext,
  owner: Owner,
  part: ts.Node,
  without?: ts.Node,
  headers = true,
  depth = 0,
): boolean {
  const isMeant = (node: ts.Node): boolean => isInside(node, part) && !(without && isInside(node, without));
  const looks = ({ op, at }: Site): boolean => op.kind === 'lucia' && !ENDS_SESSIONS.test(op.method) && isMeant(at);
  if (context.ops.sites(owner).some(looks)) return true;
  let found = false;
  walk(part, (node) => {
    if (found || node === without) return false;
    if (ts.isTypeNode(node)) return false;
    const ref: Ref = { node, file: owner.file };
    if (ts.isPropertyAccessExpression(node) && CONTEXT_PARTS.test(node.name.text)) {
      found =
        !isForEquipment(node) &&
        !isForCounting(node) &&
        !isTableOfTransaction(owner, node) &&
        !isIgnored(context, { ...ref, node }) &&
        (isRequestSide(context, ref) || !!context.roles.sessionPart(ref));
    } else if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      found =
        CONTEXT_PARTS.test((node.propertyName ?? node.name).getText()) &&
        !(owner.file.bindings.get(node.name)?.uses ?? []).every(isForEquipment) &&
        isRequestSide(context, { ...ref, node: node.name });
    } else if (ts.isCallExpression(node)) {
      if (context.roles.sessionPart(ref) || isUnknownHelper(context, ref as Ref<ts.CallExpression>)) found = true;
      else if (depth < 3) {
        for (const target of context.values.targets(ref as Ref<ts.CallExpression>)) {
          if (
            target.node !== owner.node &&
            mentionsSession(context, { node: target.node, file: target.file }, headers, depth + 1)
          )
            found = true;
        }
      }
      const key = /^(?:get|header)$/.test(calleeName(node) ?? '') ? (stringValue(node.arguments[0]) ?? '') : '';
      // `form.get('userId')` is what the client says.
      if ((CONTEXT_PARTS.test(key) && !context.roles.readsQuery(ref)) || (headers && isSetByMiddleware(context, key)))
        found = true;
    }
    if (!found) found = readsSessionCookie(context, ref);
    return !found;
  });
  return found;
}

/** `db.$transaction((tx) => tx.user.create(…))`: the table of users. */
function isTableOfTransaction({ file }: Owner, { expression }: ts.PropertyAccessExpression): boolean {
  const declared = ts.isIdentifier(expression) ? file.bindings.get(expression)?.declaration : undefined;
  const call = declared && ts.isParameter(declared) ? declared.parent.parent : undefined;
  return !!call && ts.isCallExpression(call) && /^\$?transaction$/.test(calleeName(call) ?? '');
}

/** `req.cookies.auth_session`: whoever keeps sessions by hand starts here. */
function readsSessionCookie(context: FileContext, ref: Ref): boolean {
  const { node } = ref;
  const isSession = (name: string): boolean => /sess|auth|token|^sid$/i.test(name);
  if (ts.isBindingElement(node)) {
    const read = ts.isIdentifier(node.name) ? context.values.roots({ ...ref, node: node.name }) : [];
    return read.some(({ path }) =>
      path.some((part, index) => /^cookies?$/.test(part) && isSession(path[index + 1] ?? '')),
    );
  }
  const member = memberOf(node);
  if (member && ts.isPropertyAccessExpression(node))
    return /^cookies?$/.test(memberOf(unwrap(member.object))?.name ?? '') && isSession(member.name);
  if (!ts.isElementAccessExpression(node) && !ts.isCallExpression(node)) return false;
  const read = context.roles.cookieRead({ ref, path: [] });
  return !!read?.name && context.roles.isSessionCookieName(read.name);
}

/** A header that a middleware of the project gives requests to tell handlers who is signed in: `headers.set('x-user-id', user.id)`. */
function isSetByMiddleware(context: FileContext, header: string): boolean {
  if (!/^x-.*(?:user|session|auth|account|member)/i.test(header)) return false;
  const write = new RegExp(`\\.(?:set|append)\\(\\s*['"\`]${header.replace(/[^\w-]/g, '.')}['"\`]`, 'i');
  return context.project
    .filesNear(context.path)
    .some((path) => /(?:middleware|proxy|hooks)/i.test(path) && write.test(context.project.text(path) ?? ''));
}

const EQUIPMENT =
  /^(?:db|prisma|drizzle|database|pool|sql|kv|redis|cache|log|logger|lang|locale|language|theme|env|runtime|i18n|requestId|ip)$/;

/** `locals.db`: what a hook or an adapter puts there for handlers to work with says nothing about who is signed in. */
function isForEquipment(locals: ts.Node): boolean {
  const { parent } = locals;
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.every(
      (element) => !element.dotDotDotToken && EQUIPMENT.test((element.propertyName ?? element.name).getText()),
    );
  return ts.isPropertyAccessExpression(parent) && parent.expression === locals && EQUIPMENT.test(parent.name.text);
}

/** `locals.user?.id ?? getClientAddress()`: a name to count requests by, for those without a session as well. */
function isForCounting(node: ts.PropertyAccessExpression): boolean {
  let key: ts.Node = node;
  while (ts.isPropertyAccessExpression(key.parent) && key.parent.expression === key) key = key.parent;
  const { parent } = key;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === key &&
    (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
      parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) &&
    /^(?:[\w.]+\.)?(?:getClientAddress\(\)|clientAddress|ip|remoteAddress)$/.test(parent.right.getText())
  );
}

/** `rename(id, body, ctx.user?.id)`, where rename() does nothing with what it is given there. */
function isIgnored(context: FileContext, { node, file }: Ref): boolean {
  let given = node;
  while (ts.isPropertyAccessExpression(given.parent) && given.parent.expression === given) given = given.parent;
  const call = given.parent;
  const index = ts.isCallExpression(call) ? call.arguments.findIndex((argument) => argument === given) : -1;
  const targets = index < 0 ? [] : context.values.targets({ node: call as ts.CallExpression, file });
  return (
    targets.length > 0 &&
    targets.every((target) => {
      const name = target.node.parameters[index]?.name;
      if (!name || !ts.isIdentifier(name) || /\barguments\b/.test(target.node.getText())) return false;
      return (target.file.bindings.get(name)?.uses ?? [name, name]).every((use) => use === name);
    })
  );
}

/** A value that comes with the request: a parameter, or something global or auto-imported. */
function isRequestSide(context: FileContext, ref: Ref): boolean {
  // An id in the path or the body is the client's word, not the session's.
  if (context.roles.readsQuery(ref)) return false;
  return context.values.roots(ref).some((value) => {
    const { node } = value.ref;
    if (value.external) return false;
    if (ts.isCallExpression(node))
      return enclosingFunction(node) !== undefined && !isQuery(context, value.ref as Ref<ts.CallExpression>);
    if (ts.isIdentifier(node)) return /^(?:event|ctx|context|locals|request|req|c|Astro)$/.test(node.text);
    return ts.isParameter(node) || node.kind === ts.SyntaxKind.ThisKeyword;
  });
}

/** A call of a database, or of what a query builder gives: `db.select().from(tasks).limit(1)`. */
function isQuery(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  if (context.ops.of(call).some((op) => op.kind === 'database')) return true;
  const inner = memberOf(unwrap(call.node.expression));
  const before = inner && unwrap(inner.object);
  return !!before && ts.isCallExpression(before) && isQuery(context, { ...call, node: before });
}

/** A helper whose code cannot be seen and that is given the request or its context. */
export function isUnknownHelper(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const callee = unwrap(call.node.expression);
  if (context.values.targets(call).length) return false;
  const name = calleeName(call.node) ?? '';
  if (!ts.isIdentifier(callee)) {
    return /^(?:authorize|authenticate|requireAuth|requireUser|requireSession|currentUser|(?:must)?get(?:Current|LoggedIn|SignedIn)User(?:Id)?(?:OrThrow)?|getSession|protect|ensureAuth\w*|assertAuth\w*|checkAuth\w*)$/i.test(
      name,
    );
  }
  const external = context.values.callees(call).find((value) => value.external);
  if (
    external?.external &&
    /auth|session|clerk|iron-session|user/i.test(external.external.module) &&
    !/^(?:lucia|arctic|oslo|@lucia-auth|h3$|hono$)/.test(external.external.module)
  )
    return true;
  const unresolved =
    !call.file.bindings.has(callee) ||
    (external?.external !== undefined &&
      /^[.@~#$]/.test(external.external.module) &&
      !/^@[a-z]/.test(external.external.module));
  if (!unresolved) return false;
  return (
    /auth|session|user|guard|protect|require|ensure|login|permission|admin/i.test(name) &&
    name !== 'require' &&
    !/^(?:define|event|create|read|get(?:Query|Cookie|Header|Router)|set|send|use(?:Runtime|Storage))/.test(name)
  );
}

/**
 * Whether a middleware lets nobody through without a session: wherever it goes on (next(), a normal return in frameworks
 * without next), a session is known.
 */
export function isGuardMiddleware(context: FileContext, fn: FunctionRef): boolean {
  return memoizedWithCallers(fn.file, fn.node, 'guardMiddleware', () => {
    // With four parameters it answers for errors of others.
    if (fn.node.parameters.length > 3) return false;
    const bare: FunctionRef = { node: fn.node, file: fn.file };
    const continues = nextCalls(bare);
    const isPassed = (node: ts.Node): boolean => isGuarded(context, { ...bare, node });
    const goesOn = (node: ts.Node): boolean => isPassed(node) || isExempted(context, { ...bare, node });
    if (continues.length) return continues.some(isPassed) && continues.every(goesOn);
    if (!fn.node.body || !ts.isBlock(fn.node.body)) return false;
    const flow = context.conditions.flow(bare);
    const normal = flow.exits.filter(
      (exit) => exit.kind === 'end' || (exit.kind === 'return' && !isAnswer(exit.syntax)),
    );
    const leaves = flow.exits.length > normal.length;
    return (
      leaves &&
      normal.every((exit) => (exit.kind === 'end' ? endIsGuarded(context, bare, exit.syntax) : goesOn(exit.syntax)))
    );
  });
}

/**
 * Whether a middleware lets a request through because of the route that it is for: a list of public paths, a flag of the
 * route, or what its maker was told, as in `allow(['everybody'])`.
 */
function isExempted(context: FileContext, ref: Ref): boolean {
  return context.conditions.known(ref).some((fact) => {
    const node = unwrap(fact.ref.node);
    if (isBranchOf(fact.ref.node, ref.node) && isTold(fact.ref)) return true;
    const isTest =
      ts.isCallExpression(node) ||
      memberOf(node) !== undefined ||
      (ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind) !== undefined);
    return (
      isTest &&
      fact.truth &&
      /\b(?:path|pathname|url|originalUrl|baseUrl|routerPath|routeOptions|route|routeConfig)\b/.test(node.getText())
    );
  });
}

/** Whether code runs in a branch of the `if` that a test belongs to, not merely behind it. */
function isBranchOf(test: ts.Node, node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionNode(current); current = current.parent) {
    const { parent } = current;
    if (ts.isIfStatement(parent) && current !== parent.expression && isInside(test, parent.expression)) return true;
  }
  return false;
}

/** Whether a test asks only for arguments of the function around the middleware, which makes it. */
function isTold({ node, file }: Ref): boolean {
  const maker = enclosingFunction(enclosingFunction(node) ?? node);
  if (!maker) return false;
  const given = new Set<ts.Node | undefined>();
  walk(node, (inner) => {
    const binding = ts.isIdentifier(inner) ? file.bindings.get(inner) : undefined;
    if (binding) given.add(parameterOf(binding.declaration));
    return true;
  });
  return given.size > 0 && [...given].every((parameter) => parameter?.parent === maker);
}

function parameterOf(declaration: ts.Node | undefined): ts.Node | undefined {
  let current = declaration;
  while (current && (ts.isBindingElement(current) || ts.isObjectBindingPattern(current))) current = current.parent;
  return current && ts.isParameter(current) ? current : undefined;
}

/** The end of a function has no node of its own: it is guarded when a branch that proves the session cannot be avoided. */
function endIsGuarded(context: FileContext, fn: FunctionRef, owner: ts.Node): boolean {
  const flow = context.conditions.flow(fn);
  const ends = flow.exits.filter((exit) => exit.syntax === owner);
  return flow.branches.some(({ edge }) => {
    if (
      !edge.condition ||
      !provesSession(context, { ref: { ...fn, node: edge.condition.expression }, truth: edge.condition.truth })
    )
      return false;
    return ends.every((end) => !flow.reaches(flow.entry, end.node, new Set([edge.to])));
  });
}

function isAnswer(node: ts.Node): boolean {
  if (!ts.isReturnStatement(node) || !node.expression) return false;
  const text = node.expression.getText();
  return /40[13]|30[1237]|redirect|unauthori|forbidden|false|Response|json|send|status|createError|error/i.test(text);
}

function nextCalls(fn: FunctionRef): readonly ts.CallExpression[] {
  const names = new Set<string>();
  for (const parameter of fn.node.parameters) {
    if (ts.isIdentifier(parameter.name) && /^(?:next|done|resolve|cb)$/.test(parameter.name.text))
      names.add(parameter.name.text);
    if (ts.isObjectBindingPattern(parameter.name)) {
      for (const element of parameter.name.elements)
        if (ts.isIdentifier(element.name) && /^(?:next|resolve)$/.test(element.name.text)) names.add(element.name.text);
    }
  }
  const found: ts.CallExpression[] = [];
  if (fn.node.body) {
    walk(fn.node.body, (node) => {
      if (ts.isCallExpression(node)) {
        const name = calleeName(node);
        if (
          name &&
          (names.has(name) || name === 'next') &&
          !node.arguments.some((argument) => /err/i.test(argument.getText()))
        )
          found.push(node);
      }
      return !isFunctionNode(node);
    });
  }
  return found;
}

/**
 * Whether something around an entry point keeps visitors without a session out: middleware in its route, router or app, a
 * procedure's middleware, a guard decorator, a hook. What cannot be resolved counts as a guard.
 */
export function isGuardedAround(context: FileContext, entry: EntryPoint): boolean {
  const { node } = entry.fn;
  if (hookGuards(context, entry)) return true;
  if (ts.isSourceFile(node)) return false;
  if (entry.around && callsWhenGuarded(context, entry.around, node)) return true;
  if (entry.framework === 'nestjs') return nestGuards(context, node);
  if (entry.framework === 'graphql') return fieldGuards(context, entry.fn);
  if (servers(context, entry).some((call) => isServedToUsers(context, call))) return true;
  // Who gives a controller's method to which router cannot be told.
  if (
    entry.framework === 'express' &&
    entry.kind !== 'middleware' &&
    isOfChain(entry.fn as FunctionRef) &&
    !context.frameworks.registrations(entry.fn).length
  )
    return true;
  return isRegisteredBehind(context, entry.fn as FunctionRef, (ref) => isGuardValue(context, ref));
}

/** Whether a function is one of several that a request may pass: `(req, res, next) => …`. */
function isOfChain({ node, file }: FunctionRef): boolean {
  const last = node.parameters[2]?.name;
  return !!last && ts.isIdentifier(last) && /^(?:next|done)$/.test(last.text) && file.bindings.has(last);
}

/** Which of the values in a route's or router's list of handlers is asked for. */
type IsMeant = (value: Ref) => boolean;

/**
 * Whether a handler is given to a router behind some middleware, itself or wrapped:
 * `router.put('/', guard, caught(handler))`. Routes that are not asked about are passed over, where another file names it.
 */
export function isRegisteredBehind(
  context: FileContext,
  fn: FunctionRef,
  isMeant: IsMeant,
  isAskedAbout: (path: string) => boolean = () => true,
): boolean {
  let given: ts.Node = fn.node;
  for (let call = registration(given); call; call = registration(given)) {
    if (isGuardedRegistration(context, { node: call, file: fn.file }, given, isMeant)) return true;
    if (memberOf(unwrap(call.expression))) return false;
    given = call;
  }
  if (given !== fn.node) return false;
  const calls = context.frameworks
    .registrations(fn)
    .map(({ call }) => call)
    .filter(({ node }) => isAskedAbout(pathOf(node) ?? '*'));
  return calls.length > 0 && calls.every((call) => isGuardedRegistration(context, call, given, isMeant));
}

/** Whether a function that was made around a handler calls it for signed-in users only, itself or through another. */
function callsWhenGuarded(context: FileContext, around: FunctionRef, handler: ts.Node, depth = 0): boolean {
  const calls = around.file.calls.filter((call) => isInside(call, around.node));
  let runs = false;
  for (const call of calls) {
    const ref = { ...around, node: call };
    const targets = context.values.targets(ref);
    const inner = targets.filter((target) => target.node !== around.node);
    const isCall = inner.some((target) => target.node === handler);
    if (isCall) {
      if (!isGuarded(context, ref) && !turnsAway(around)) return false;
      runs = true;
    } else if (depth < 3 && inner.some((target) => callsWhenGuarded(context, target, handler, depth + 1))) return true;
  }
  return runs;
}

/** Whether a call hands a function to one that calls it for signed-in users only: `withUser(request, handler)`. */
export function isHandedToGuard(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const handlers = call.node.arguments
    .filter((argument) => ts.isIdentifier(unwrap(argument)))
    .flatMap((node) => context.values.functions({ ...call, node }));
  return (
    handlers.length > 0 &&
    context.values
      .targets(call)
      .some((around) => handlers.some((handler) => callsWhenGuarded(context, around, handler.node)))
  );
}

const MAX_ROUTER_FILES = 120;

/** The calls that serve the router of a procedure: `fetchRequestHandler({ router, … })` in a route. */
export function servers(context: FileContext, entry: EntryPoint): readonly Ref<ts.CallExpression>[] {
  if (entry.kind !== 'procedure' || entry.framework !== 'trpc') return [];
  const key = `procedureServers\0${context.project.modules.projectRootOf(context.path)}`;
  type Server = { readonly call: Ref<ts.CallExpression>; readonly files: ReadonlySet<FileContext['file']> };
  let known = context.project.projectMemo.get(key) as readonly Server[] | undefined;
  if (!known) {
    const found: Server[] = [];
    for (const path of context.project.filesNear(context.path)) {
      if (!context.project.mentions(path, '@trpc/server/adapters/')) continue;
      const file = context.project.model(path);
      for (const node of file?.calls ?? []) {
        const options = ts.isCallExpression(node) && node.arguments[0] ? unwrap(node.arguments[0]) : undefined;
        if (!options || !ts.isCallExpression(node) || !ts.isObjectLiteralExpression(options)) continue;
        const router = propertyOf(options, 'router');
        if (!router) continue;
        const files = new Set(context.values.roots({ node: router, file: file! }).map(({ ref }) => ref.file));
        for (const part of files) {
          for (const specifier of part.specifiers) {
            const imported = files.size < MAX_ROUTER_FILES ? context.project.imported(part, specifier) : undefined;
            if (imported) files.add(imported);
          }
        }
        found.push({ call: { node, file: file! }, files });
      }
    }
    known = found;
    context.project.projectMemo.set(key, known);
  }
  return known.filter(({ files }) => files.has(entry.fn.file)).map(({ call }) => call);
}

/** Whether a handler passes requests on to a router only when it knows who sends them. */
function isServedToUsers(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  if (isGuarded(context, call)) return true;
  const node = enclosingFunction(call.node);
  return !!node && turnsAway({ ...call, node }) && mentionsSession(context, { ...call, node });
}

/** Whether a function leaves with 401 or 403 somewhere: credentials of another kind, which it knows better, count as well. */
function turnsAway(fn: FunctionRef): boolean {
  let leaves = false;
  walk(fn.node, (node) => {
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node))
      leaves ||= /\b40[13]\b|unauthori[sz]ed|unauthenticated|forbidden/i.test(node.expression?.getText() ?? '');
    return !leaves;
  });
  return leaves;
}

/** Whether a handler is given to a router together with a guard, or to one that has guards. */
function isGuardedRegistration(
  context: FileContext,
  call: Ref<ts.CallExpression>,
  handler: ts.Node,
  isMeant: IsMeant,
): boolean {
  const at = (part: ts.Node): Ref => ({ node: part, file: call.file });
  const isHandler = (part: ts.Node): boolean =>
    unwrap(part) === handler ||
    (ts.isCallExpression(unwrap(part)) && isInside(handler, part)) ||
    context.values.functions(at(part)).some((fn) => fn.node === handler);
  for (const argument of call.node.arguments) {
    if (isHandler(argument)) continue;
    if (isMeant(at(argument)) || describedMiddleware(context, at(argument)).some(isMeant)) return true;
  }
  const callee = unwrap(call.node.expression);
  const member = memberOf(callee);
  // A wrapper that cannot be seen, by its name.
  if (!member) return !context.values.targets(call).length && GUARD_NAME.test(calleeName(call.node) ?? '');
  return chainGuards(context, at(member.object), isMeant, new Set(), pathOf(call.node));
}

/** What a route's description puts before its handler: `createRoute({ method: 'post', path, middleware: [guard] })`. */
function describedMiddleware(context: FileContext, argument: Ref): readonly Ref[] {
  return context.frameworks.described(argument).flatMap(({ node, file }) => {
    const middleware = propertyOf(node, 'middleware');
    return middleware ? [{ node: middleware, file }] : [];
  });
}

/** The path that a call gives a handler on its router: `router.put('/notes/:id', …)`, `router.route('/notes').put(…)`. */
function pathOf(call: ts.CallExpression): string | undefined {
  let path: string | undefined;
  let current: ts.Node = call;
  while (ts.isCallExpression(current)) {
    const name = calleeName(current) ?? '';
    if (/^(?:basePath|prefix|group)$/.test(name)) return undefined;
    if (current === call || name === 'route') path ??= stringValue(current.arguments[0]);
    const member = memberOf(unwrap(current.expression));
    if (!member) break;
    current = unwrap(member.object);
  }
  return path?.startsWith('/') ? path : undefined;
}

/** Whether middleware may run for a route: it has no path of its own, one that is not known, or one that the route lies below. */
export function runsFor(middleware: ts.CallExpression, route: string | undefined): boolean {
  const first = middleware.arguments[0] && unwrap(middleware.arguments[0]);
  const paths = (first && ts.isArrayLiteralExpression(first) ? [...first.elements] : [first]).map(stringValue);
  if (route === undefined || paths.some((path) => !path?.startsWith('/'))) return true;
  const segments = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');
  return paths.some((path) =>
    segments(path!).every((part, index) => {
      const other = segments(route)[index] ?? (route.endsWith('/**') ? '**' : undefined);
      return /[:*({]/.test(part) || part === other || (other !== undefined && /[:*({]/.test(other));
    }),
  );
}

/** The call that a handler is given to, directly or inside an options object. */
function registration(handler: ts.Node): ts.CallExpression | undefined {
  let current = handler;
  while (current.parent) {
    const parent: ts.Node = current.parent;
    if (ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === current)) return parent;
    const passes =
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isObjectLiteralExpression(parent);
    if (!passes) return undefined;
    current = parent;
  }
  return undefined;
}

const GUARD_NAME = /auth|session|guard|protect|require|logged|user|admin|verify|permission|role/i;

/** In a module of the project that cannot be read; a `sessionMiddleware` there may only look who is signed in. */
const UNSEEN_GUARD = /auth|guard|protect|require|ensure|logged|admin|permission|role/i;

/** A value in a route's or router's list of handlers that is (or may be) a guard. */
function isGuardValue(context: FileContext, ref: Ref): boolean {
  const inner = unwrap(ref.node);
  if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner) || ts.isNumericLiteral(inner)) return false;
  if (ts.isArrayLiteralExpression(inner))
    return inner.elements.some((element) => isGuardValue(context, { ...ref, node: element }));
  if (ts.isObjectLiteralExpression(inner)) {
    return inner.properties.some((property) => {
      const name = property.name?.getText() ?? '';
      if (!/^(?:preHandler|onRequest|preValidation|beforeHandle|isSignIn|auth|middleware|use|transform)$/.test(name))
        return false;
      if (ts.isPropertyAssignment(property))
        return (
          property.initializer.kind === ts.SyntaxKind.TrueKeyword ||
          isGuardValue(context, { ...ref, node: property.initializer })
        );
      return ts.isShorthandPropertyAssignment(property) ? isGuardValue(context, { ...ref, node: property.name }) : true;
    });
  }
  const router = ownRouter(context, { ...ref, node: inner });
  if (router) return hasGuardHooks(context, router);
  const functions = context.values.functions({ ...ref, node: inner });
  if (functions.length)
    return functions.some(
      (fn) => isGuardMiddleware(context, fn) || returnsGuard(context, fn) || asksForOtherCredentials(context, fn),
    );
  if (isFunctionNode(inner)) return isGuardMiddleware(context, { ...ref, node: inner });
  // A validator, a body parser or a rate limiter of a package is no guard; anything else that cannot be seen may be one.
  const made = context.values
    .roots({ ...ref, node: inner })
    .find(({ ref: { node } }) => ts.isCallExpression(node))?.ref;
  const external = [
    ...context.values.roots({ ...ref, node: ts.isCallExpression(inner) ? inner.expression : inner }),
    ...(made ? context.values.callees(made as Ref<CallLike>) : []),
  ].find((value) => value.external);
  const name = ts.isIdentifier(inner)
    ? inner.text
    : ts.isCallExpression(inner)
      ? (calleeName(inner) ?? '')
      : (memberOf(inner)?.name ?? '');
  if (external?.external)
    return (
      /auth|session|passport|clerk|jwt|lucia/i.test(external.external.module) ||
      (isUnseen(external) && UNSEEN_GUARD.test(name))
    );
  return GUARD_NAME.test(name);
}

/** A router of the project: whatever it is called, it keeps nobody from its siblings, unless it is a plugin with guards. */
function ownRouter(context: FileContext, ref: Ref): Ref | undefined {
  for (const { ref: made, path, external } of context.values.roots(ref)) {
    if (external || path.length || !(ts.isCallExpression(made.node) || ts.isNewExpression(made.node))) continue;
    const start =
      ts.isCallExpression(made.node) && calleeName(made.node) !== 'Router' ? chainStart(made.node) : made.node;
    const isMade = ts.isCallExpression(start) || ts.isNewExpression(start);
    if (isMade && /^(?:Elysia|Hono|OpenAPIHono|Router|express|fastify|Fastify)$/.test(calleeName(start) ?? ''))
      return made;
  }
  return undefined;
}

/** Whether a chain of a plugin's calls has hooks that are guards of whoever uses it. */
function hasGuardHooks(context: FileContext, chain: Ref): boolean {
  const keepsHooks = keepsHooksToItself(context, chain);
  let isLifted = false;
  let current = unwrap(chain.node);
  while (ts.isCallExpression(current)) {
    const name = calleeName(current) ?? '';
    if (name === 'as') isLifted = true;
    if (
      /^(?:derive|resolve|onBeforeHandle|onTransform|guard)$/.test(name) &&
      (!keepsHooks || isLifted || isScoped(current)) &&
      current.arguments.some((argument) => isGuardValue(context, { ...chain, node: argument }))
    )
      return true;
    const member = memberOf(unwrap(current.expression));
    if (!member) return false;
    current = unwrap(member.object);
  }
  return false;
}

/** From its first major version Elysia keeps the hooks of an instance from those that use it. */
function keepsHooksToItself(context: FileContext, chain: Ref): boolean {
  const start = chainStart(chain.node);
  return (
    ts.isNewExpression(start) &&
    calleeName(start) === 'Elysia' &&
    Number.parseInt(context.version('elysia') ?? '', 10) >= 1
  );
}

/** `derive({ as: 'global' }, …)`, `guard({ as: 'scoped', beforeHandle })` */
function isScoped(hook: ts.CallExpression): boolean {
  const options = hook.arguments[0] && unwrap(hook.arguments[0]);
  const scope = options && ts.isObjectLiteralExpression(options) ? propertyOf(options, 'as') : undefined;
  return !!scope && stringValue(scope) !== 'local';
}

/**
 * Whether middleware turns requests away by something else than sessions: a key of the API, a signature, or a signed
 * token that is as good as a session here.
 */
export function asksForOtherCredentials(context: FileContext, fn: FunctionRef): boolean {
  // With four parameters it answers for errors of others.
  if (!fn.node.body || fn.node.parameters.length > 3) return false;
  let refuses = false;
  let asksForTicket = false;
  walk(fn.node.body, (node) => {
    if (isFunctionNode(node)) return false;
    asksForTicket ||= ts.isCallExpression(node) && /^(?:jwtVerify|verifyJwt|verifyJWT)$/.test(calleeName(node) ?? '');
    refuses ||=
      (ts.isNumericLiteral(node) && node.text === '401') ||
      ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && /unauthori[sz]ed|unauthenticated/i.test(node.text));
    return !refuses || !asksForTicket;
  });
  return refuses && (asksForTicket || !mentionsSession(context, { node: fn.node, file: fn.file }));
}

/** requireRole('admin') makes a guard. */
function returnsGuard(context: FileContext, fn: FunctionRef): boolean {
  return context.values
    .returned(fn)
    .some((ref) =>
      context.values.functions(ref).some((made) => made.node !== fn.node && isGuardMiddleware(context, made)),
    );
}

/**
 * The middleware that the builder of a handler has been given by use(). What a factory makes of no arguments is left
 * out: its checks may depend on them.
 */
export function builderMiddleware(context: FileContext, entry: EntryPoint): readonly FunctionRef[] {
  const call = ts.isSourceFile(entry.fn.node) ? undefined : registration(entry.fn.node);
  const member = call && memberOf(unwrap(call.expression));
  const found: FunctionRef[] = [];
  const seen = new Set<ts.Node>();
  const visit = (ref: Ref): void => {
    const node = unwrap(ref.node);
    if (seen.has(node) || seen.size > 60) return;
    seen.add(node);
    if (!ts.isCallExpression(node)) {
      for (const value of context.values.roots({ ...ref, node }))
        if (!value.external && value.ref.node !== node) visit(value.ref);
      return;
    }
    if (calleeName(node) === 'use') {
      for (const argument of node.arguments) {
        const inner = unwrap(argument);
        if (ts.isCallExpression(inner) && !inner.arguments.length) continue;
        found.push(...context.values.functions({ ...ref, node: inner }));
      }
    }
    const before = memberOf(unwrap(node.expression));
    if (before) visit({ ...ref, node: before.object });
  };
  if (member) visit({ node: member.object, file: entry.fn.file });
  return found;
}

/**
 * Guards given to a router, plugin or procedure builder anywhere in its chain or file.
 * @param route the path on that router that is asked for, when it is known
 * @param keepsHooks whether hooks that do not say otherwise are for the router's own routes, and others are asked for
 */
function chainGuards(
  context: FileContext,
  ref: Ref,
  isMeant: IsMeant,
  seen: Set<ts.Node>,
  route?: string,
  keepsHooks = false,
): boolean {
  const node = unwrap(ref.node);
  if (seen.has(node) || seen.size > 60) return false;
  seen.add(node);
  if (ts.isCallExpression(node)) {
    const name = calleeName(node) ?? '';
    const member = memberOf(unwrap(node.expression));
    if (/^(?:use|addHook|derive|resolve|guard|onBeforeHandle|register|unstable_concat|concat)$/.test(name)) {
      const isKept = keepsHooks && !/^(?:use|register|concat)$/.test(name) && !isScoped(node);
      if (
        !isKept &&
        runsFor(node, route) &&
        node.arguments.some((argument) => isMeant({ ...ref, node: argument }) || chainIsGuarded(argument))
      )
        return true;
    }
    // createServerActionProcedure().handler(guard), authClient.action(handler)
    if (name === 'handler' && node.arguments[0]) {
      for (const fn of context.values.functions({ ...ref, node: node.arguments[0] }))
        if (mentionsSession(context, { node: fn.node, file: fn.file })) return true;
    }
    if (name === 'createServerActionProcedure' && node.arguments[0])
      return chainGuards(context, { ...ref, node: node.arguments[0] }, isMeant, seen);
    if (member)
      return chainGuards(context, { ...ref, node: member.object }, isMeant, seen, route, keepsHooks && name !== 'as');
    return false;
  }
  let guarded = false;
  for (const value of context.values.roots({ ...ref, node })) {
    if (value.external) {
      if (/^[.@~#$]/.test(value.external.module) && !/^@[a-z][\w-]*\//.test(value.external.module)) guarded = true;
      continue;
    }
    if (value.ref.node !== node && chainGuards(context, { ...value.ref }, isMeant, seen, route)) guarded = true;
    if (ts.isParameter(value.ref.node) && pluginScope(context, { ...value.ref, node: value.ref.node }, isMeant, seen))
      guarded = true;
    if (
      !value.path.length &&
      (routerGuards(context, value.ref, isMeant, route) || mountGuards(context, value.ref, isMeant, seen, route))
    )
      guarded = true;
  }
  return guarded;

  function chainIsGuarded(argument: ts.Node): boolean {
    const inner = unwrap(argument);
    if (!ts.isIdentifier(inner) && !ts.isCallExpression(inner)) return false;
    return context.values
      .roots({ ...ref, node: inner })
      .some(
        (value) =>
          ts.isCallExpression(value.ref.node) &&
          chainGuards(context, value.ref, isMeant, seen, undefined, keepsHooksToItself(context, value.ref)),
      );
  }
}

/** `router.use(guard)` in the router's file, and `app.use('/path', guard, router)` where it is mounted. */
function routerGuards(context: FileContext, router: Ref, isMeant: IsMeant, route: string | undefined): boolean {
  if (isBuilder(context, router)) return false;
  for (const { node: call, file } of middlewareCalls(context, router.node)) {
    const member = memberOf(unwrap(call.expression));
    if (!member) continue;
    const at = (node: ts.Node): Ref => ({ node, file });
    const isSame = (node: ts.Node): boolean =>
      context.values.roots(at(node)).some((value) => value.ref.node === router.node && !value.path.length);
    const guards = call.arguments.filter((argument) => isMeant(at(argument)));
    if (!guards.length) continue;
    if (call.arguments.some((argument) => isSame(argument))) return true;
    if (isSame(chainStart(member.object))) {
      if (runsFor(call, route)) return true;
      continue;
    }
    if (isSharedPlugin(context, at(chainStart(member.object)))) return true;
    // The same guard for the whole application.
    const path0 = stringValue(call.arguments[0]);
    if (path0 === undefined || path0 === '*' || path0 === '/*' || path0 === '/') {
      if (
        call.arguments.length === guards.length + (path0 === undefined ? 0 : 1) &&
        isApplication(context, at(chainStart(member.object)))
      )
        return true;
    }
  }
  return false;
}

/** Whether a router is mounted on routers with guards only: `api.use(guard)` and then `api.route('/notes', notes)`. */
function mountGuards(
  context: FileContext,
  router: Ref,
  isMeant: IsMeant,
  seen: Set<ts.Node>,
  route: string | undefined,
): boolean {
  if (!ts.isCallExpression(router.node) && !ts.isNewExpression(router.node)) return false;
  const mounts = mountsOfChain(context, chainStart(router.node));
  return (
    mounts.length > 0 &&
    mounts.every(({ node, file }) => {
      const member = memberOf(unwrap(node.expression));
      const below = node.arguments.length > 1 ? pathOf(node) : '';
      const path = below === undefined ? undefined : `${below}${route ?? '/**'}`;
      return !!member && chainGuards(context, { node: member.object, file }, isMeant, seen, path);
    })
  );
}

/** A client or procedure whose use() makes another one and leaves it as it is. */
function isBuilder(context: FileContext, { node, file }: Ref): boolean {
  return (
    ts.isCallExpression(node) &&
    context.values
      .callees({ node, file })
      .some(({ external }) => /^(?:next-safe-action|zsa|@trpc\/server)(?:$|\/)/.test(external?.module ?? ''))
  );
}

/** What is given to a plugin or group: guarded by hooks that it adds there, or by the router that it is given to. */
function pluginScope(
  context: FileContext,
  parameter: Ref<ts.ParameterDeclaration>,
  isMeant: IsMeant,
  seen: Set<ts.Node>,
): boolean {
  const fn = parameter.node.parent;
  if (!isFunctionNode(fn) || !fn.body) return false;
  let guarded = false;
  walk(fn.body, (node) => {
    if (ts.isCallExpression(node) && /^(?:addHook|use|onRequest)$/.test(calleeName(node) ?? '')) {
      const member = memberOf(unwrap(node.expression));
      const isOwn =
        !!member &&
        context.values
          .roots({ ...parameter, node: chainStart(member.object) })
          .some((value) => value.ref.node === parameter.node && !value.path.length);
      if (isOwn && node.arguments.some((argument) => isMeant({ ...parameter, node: argument }))) guarded = true;
    }
    return !guarded;
  });
  if (guarded) return true;
  const given = givenTo(context, { node: fn, file: parameter.file });
  return (
    given.length > 0 &&
    given.every(({ node, file }) => {
      const member = memberOf(unwrap(node.expression));
      return (
        node.arguments.some((argument) => unwrap(argument) !== fn && isMeant({ node: argument, file })) ||
        (!!member && chainGuards(context, { node: member.object, file }, isMeant, seen))
      );
    })
  );
}

/** The calls of routers that a plugin is given to: `app.register(routes)`, `app.group('/admin', (admin) => …)`. */
function givenTo(context: FileContext, plugin: FunctionRef): readonly Ref<ts.CallExpression>[] {
  const outer = plugin.node.parent as ts.Node | undefined;
  if (outer && ts.isCallExpression(outer) && memberOf(unwrap(outer.expression)))
    return [{ node: outer, file: plugin.file }];
  return memoizedWithCallers(plugin.file, plugin.node, 'givenTo', () => {
    const found: Ref<ts.CallExpression>[] = [];
    for (const path of new Set([plugin.file.path, ...context.project.filesNear(context.path)])) {
      if (!context.project.mentions(path, '.register(')) continue;
      const file = path === plugin.file.path ? plugin.file : context.project.model(path);
      for (const node of file?.calls ?? []) {
        if (!ts.isCallExpression(node) || calleeName(node) !== 'register' || !node.arguments[0]) continue;
        const plugins = context.values.functions({ node: node.arguments[0], file: file! });
        if (plugins.some((fn) => fn.node === plugin.node)) found.push({ node, file: file! });
      }
    }
    return found;
  });
}

function nestGuards(context: FileContext, method: ts.Node): boolean {
  const cls = method.parent;
  if (decoratorNames(method).some((name) => /UseGuards|Auth|Roles/.test(name))) return true;
  if (ts.isClassLike(cls) && decoratorNames(cls).some((name) => /UseGuards|Auth|Roles/.test(name))) return true;
  return context.project
    .filesNear(context.path)
    .some((path) => /APP_GUARD|useGlobalGuards/.test(context.project.text(path) ?? ''));
}

/**
 * Whether a field of Pothos asks who is there before it resolves: by scopes of its own or of its type, a builder withAuth,
 * or because the whole endpoint does.
 */
function fieldGuards(context: FileContext, { node }: Owner): boolean {
  for (let current: ts.Node = node; current.parent; current = current.parent) {
    if (ts.isObjectLiteralExpression(current)) {
      if (['authScopes', 'shield', 'authorize'].some((key) => propertyOf(current as ts.ObjectLiteralExpression, key)))
        return true;
    }
    if (ts.isCallExpression(current) && /\.withAuth\(/.test(current.expression.getText())) return true;
  }
  const near = context.project.filesNear(context.path).map((path) => context.project.text(path) ?? '');
  return near.some(
    (text) =>
      /\b(?:mutationType|queryType)\(\s*\{[^}]*\bauthScopes\b/.test(text) ||
      /graphql-shield|\buseGenericAuth\b/.test(text) ||
      // The endpoint may turn visitors away itself.
      (/\b(?:createYoga|ApolloServer|graphqlHTTP|createHandler|mercurius|startServerAndCreate\w+)\b/.test(text) &&
        /\b40[13]\b|unauthori[sz]ed|unauthenticated|forbidden/i.test(text)),
  );
}

/** Hooks and middleware that end requests without a session: SvelteKit's handle, Nuxt's and Astro's middleware, proxy/middleware of Next. */
function hookGuards(context: FileContext, entry: EntryPoint): boolean {
  if (!['sveltekit', 'nuxt', 'astro', 'next', 'solidstart'].includes(entry.framework)) return false;
  const hooks = middlewareOf(context);
  return hooks.some((hook) => hook.framework === entry.framework && hook.guards && hook.covers(entry.route));
}

/** Whether hooks let only people with a role get to an entry point: `if (path.includes('desk') && !locals.isStaff) redirect(…)`. */
export function isRankedByHook(context: FileContext, entry: EntryPoint): boolean {
  return middlewareOf(context).some((hook) => hook.framework === entry.framework && hook.asksForRole(entry.route));
}

function testsRole(context: FileContext, at: Ref): boolean {
  return context.conditions.known(at).some((fact) => {
    const node = unwrap(fact.ref.node);
    const sides = ts.isBinaryExpression(node) && isEquality(node.operatorToken.kind) ? [node.left, node.right] : [node];
    return sides.some((side) => {
      const name = memberOf(unwrap(side))?.name ?? '';
      return /admin|moderat|staff|role|permission/i.test(name) && isRequestSide(context, { ...fact.ref, node: side });
    });
  });
}

/** Whether a place is only got to without a row that ties the user to what the request is about. */
function isLeftFor(context: FileContext, at: Ref): boolean {
  return context.conditions
    .known(at)
    .some((fact) => context.roles.missing(fact)?.missing && isRowOfUser(context, fact.ref));
}

/** A row that is found by the id of the signed-in user and by something else. */
function isRowOfUser(context: FileContext, ref: Ref): boolean {
  const inner = unwrap(ref.node);
  const tested = ts.isPrefixUnaryExpression(inner) ? inner.operand : ts.isBinaryExpression(inner) ? inner.left : inner;
  return context.values.roots({ ...ref, node: tested }).some(({ ref: root, external }) => {
    if (external || !ts.isCallExpression(root.node)) return false;
    const reads = context.ops
      .of(root as Ref<ts.CallExpression>)
      .filter((op) => op.kind === 'database' && op.verb === 'read');
    return reads.length > 0 && comesFromSession(context, { ...ref, node: tested });
  });
}

interface Hook {
  readonly framework: string;
  readonly guards: boolean;
  covers(route: string): boolean;
  asksForRole(route: string): boolean;
}

function middlewareOf(context: FileContext): readonly Hook[] {
  const key = `middlewareGuards\0${context.project.modules.projectRootOf(context.path)}`;
  const known = context.project.projectMemo.get(key) as readonly Hook[] | undefined;
  if (known) return known;
  const found: Hook[] = [];
  for (const path of context.project.filesNear(context.path)) {
    if (!/hooks\.server|middleware|proxy/i.test(path)) continue;
    const file = context.project.model(path);
    if (!file) continue;
    for (const entry of context.frameworks.entryPoints(file)) {
      if (entry.kind !== 'middleware' || ts.isSourceFile(entry.fn.node)) continue;
      const fn = entry.fn as FunctionRef;
      const isOpen = letsStrangersPass(context, fn);
      const early = isOpen ? turnsStrangersAway(context, fn).map((place) => [pathTests(context, place)]) : [];
      const ends = isOpen && !early.length ? [] : endsWithoutSession(context, fn);
      const matcher = entry.framework === 'next' ? matcherOf(context, file) : [];
      const tests = ends.map((places) => ({
        paths: places.map((place) => pathTests(context, place)),
        isForRole: places.some((place) => testsRole(context, place) || isLeftFor(context, place)),
      }));
      const at = (route: string): typeof tests =>
        (!matcher.length || matcher.some((path) => lies(route, { path, isStart: false }))) &&
        (!isOpen || early.some((paths) => isMeantFor(route, paths)))
          ? tests.filter(({ paths }) => isMeantFor(route, paths))
          : [];
      found.push({
        framework: entry.framework,
        guards: ends.length > 0,
        covers: (route) => at(route).length > 0,
        asksForRole: (route) => at(route).some(({ isForRole }) => isForRole),
      });
    }
  }
  context.project.projectMemo.set(key, found);
  return found;
}

/**
 * Whether a middleware goes on with every request that sends no session at all: `if (!sessionId) return resolve(event)`
 * before the part that turns visitors away.
 */
function letsStrangersPass(context: FileContext, fn: FunctionRef): boolean {
  const onward = nextCalls(fn);
  const { branches } = context.conditions.flow(fn);
  return branches.some(({ edge }) => {
    if (!edge.condition) return false;
    const ref: Ref<ts.Expression> = { ...fn, node: edge.condition.expression };
    const implied = context.conditions.implied(ref, edge.condition.truth);
    if (!implied.length || !implied.every((fact) => saysNoSession(context, fact))) return false;
    const known = new Set([...context.conditions.known(ref), ...implied].map((fact) => fact.ref.node));
    return onward.some((call) => {
      const facts = context.conditions.known({ ...fn, node: call });
      return (
        implied.every((fact) =>
          facts.some((other) => other.ref.node === fact.ref.node && other.truth === fact.truth),
        ) &&
        // A path that is asked for in between may be what lets the request pass.
        facts.every((fact) => known.has(fact.ref.node))
      );
    });
  });
}

/** The places where a middleware that lets strangers pass has turned them away before, on some paths. */
function turnsStrangersAway(context: FileContext, fn: FunctionRef): readonly Ref[] {
  return context.conditions
    .flow(fn)
    .exits.filter((exit) => exit.kind === 'throw' || exit.kind === 'never')
    .map((exit): Ref => ({ ...fn, node: exit.syntax }))
    .filter((place) => {
      const facts = context.conditions.known(place);
      return facts.some((fact) => saysNoSession(context, fact)) && !facts.some((fact) => saysSession(context, fact));
    });
}

/**
 * The ways out of a middleware that do not go on to the route and are taken because there is no session, its own and
 * those of helpers that throw: each as the places that control passes, the call of the helper and its end.
 */
function endsWithoutSession(context: FileContext, fn: FunctionRef, depth = 0): readonly (readonly Ref[])[] {
  const flow = context.conditions.flow(fn);
  const onward = new Set(nextCalls(fn).flatMap((call) => flow.at(call) ?? []));
  const ends: (readonly Ref[])[] = [];
  const missing: FlowEdge[] = [];
  const present = new Set<FlowEdge>();
  for (const { edge } of flow.branches) {
    if (!edge.condition) continue;
    const ref = { ...fn, node: edge.condition.expression };
    const test = context.roles.missing({ ref, truth: edge.condition.truth });
    if (!test || !(speaksOfSession(context, ref) || isRowOfUser(context, ref))) continue;
    if (test.missing) missing.push(edge);
    else present.add(edge);
  }
  for (const edge of missing) {
    // Who has no session takes no way that asks for one further on.
    const reached = new Set<FlowNode>(onward);
    const queue = [edge.to];
    for (let node = queue.pop(); node; node = queue.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      queue.push(...node.next.filter((next) => !present.has(next)).map((next) => next.to));
    }
    for (const exit of flow.exits) {
      if (!reached.has(exit.node) || onward.has(exit.node)) continue;
      const isAnswered =
        depth === 0 &&
        exit.kind === 'return' &&
        ts.isReturnStatement(exit.syntax) &&
        exit.syntax.expression !== undefined;
      if (exit.kind === 'throw' || exit.kind === 'never' || isAnswered) ends.push([{ ...fn, node: exit.syntax }]);
    }
  }
  if (depth >= 2) return ends;
  for (const node of context.ops.callsIn(fn.file, fn.node)) {
    const call = { ...fn, node };
    for (const hook of depth === 0 ? sequenced(context, call) : []) {
      if (letsStrangersPass(context, hook)) continue;
      for (const places of endsWithoutSession(context, hook)) ends.push([call, ...places]);
    }
    const isFloating = ts.isExpressionStatement(node.parent);
    for (const target of context.values.targets(call)) {
      if (target.node === fn.node || (isFloating && isAsync(target.node))) continue;
      for (const places of endsWithoutSession(context, target, depth + 1)) ends.push([call, ...places]);
    }
  }
  return ends;
}

/** The hooks that a hook chooses and answers with: `return sequence(authHook, adminHook)({ event, resolve })`. */
function sequenced(context: FileContext, { node, file }: Ref<CallLike>): readonly FunctionRef[] {
  const made = ts.isCallExpression(node) ? unwrap(node.expression) : node;
  if (!ts.isCallExpression(made) || made === node) return [];
  const { parent } = node;
  const isAnswer = ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
  const isSequence = context.values
    .callees({ node: made, file })
    .some(
      ({ external }) =>
        external?.name === 'sequence' && /^(?:@sveltejs\/kit\/hooks|astro:middleware)$/.test(external.module),
    );
  if (!isAnswer || !isSequence) return [];
  return made.arguments.flatMap((hook) => context.values.functions({ node: hook, file }));
}

/** A part of the paths of requests that a test asks for, and whether they begin with it. */
interface PathPart {
  readonly path: string;
  readonly isStart: boolean;
}

/** What is known about the path of a request where a hook ends it: the paths that are closed, those that stay open. */
interface PathTests {
  readonly closed: readonly PathPart[];
  readonly open: readonly PathPart[];
}

function isMeantFor(route: string, tests: readonly PathTests[]): boolean {
  return tests.every(
    ({ closed, open }) =>
      (!closed.length || closed.some((part) => lies(route, part))) && !open.some((part) => lies(route, part)),
  );
}

/** Whether a route's file is about a path: what is behind a parameter or a star is left out. */
function lies(route: string, { path, isStart }: PathPart): boolean {
  const fixed = path.replace(/\/?[:*].*$/, '');
  const below = /^\/(?:src\/)?(?:routes|app|pages|server)(\/.*)$/.exec(route)?.[1];
  if (!isStart || below === undefined || !fixed.startsWith('/')) return route.includes(fixed);
  // Groups are no part of the address; a language before the path may be cut off before the test.
  const address = below.replace(/\/\([^)/]*\)/g, '');
  return [below, address, address.replace(/^(?:\/\[[^/]*\])+/, '')].some((start) => start.startsWith(fixed));
}

/** The paths that Next.js runs the middleware for. */
function matcherOf(context: FileContext, file: FileContext['file']): readonly string[] {
  const config = file.exports.get('config');
  if (config?.kind !== 'local') return [];
  return context.values
    .roots({ node: config.node, file }, ['matcher'])
    .flatMap((value) => pathsIn(value.ref.node))
    .filter((path) => !path.includes('(?!'));
}

function pathTests(context: FileContext, at: Ref): PathTests {
  const closed: PathPart[] = [];
  const open: PathPart[] = [];
  for (const fact of [...context.conditions.known(at), ...alternatives(at)]) {
    const sides = sidesOf(fact.ref.node);
    if (!sides.every((node) => isAboutPath(context, { ...fact.ref, node }))) continue;
    const near = codeOf(context, fact.ref, 1);
    const parts = partsIn(near);
    // A table that a helper goes through: `guards.find(({ prefix }) => path.startsWith(prefix))`.
    if (!parts.length) parts.push(...partsIn(codeOf(context, fact.ref, 5)));
    const isBinary = ts.isBinaryExpression(unwrap(fact.ref.node));
    const isUnequal = isBinary && /!==?/.test((unwrap(fact.ref.node) as ts.BinaryExpression).operatorToken.getText());
    (fact.truth !== isUnequal ? closed : open).push(...parts);
  }
  return { closed, open };
}

/** What the code around a place asks for in more ways than one: `if (isClub || path.startsWith('/desk')) { … }`. */
function alternatives(at: Ref): readonly Fact[] {
  const found: Fact[] = [];
  const add = (test: ts.Expression): void => {
    const node = unwrap(test);
    if (!ts.isBinaryExpression(node)) return;
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      add(node.left);
      add(node.right);
    } else if (sidesOf(node).length > 1 && !sidesOf(node).some(isNegation))
      found.push({ ref: { ...at, node }, truth: true });
  };
  for (let { node } = at; node.parent && !isFunctionNode(node); node = node.parent)
    if (ts.isIfStatement(node.parent) && node.parent.thenStatement === node) add(node.parent.expression);
  return found;
}

/** The parts of which one has to hold: `a || b`. */
function sidesOf(test: ts.Node): readonly ts.Node[] {
  const node = unwrap(test);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken
    ? [...sidesOf(node.left), ...sidesOf(node.right)]
    : [node];
}

function isNegation(test: ts.Node): boolean {
  return (
    ts.isPrefixUnaryExpression(test) ||
    (ts.isBinaryExpression(test) && isEquality(test.operatorToken.kind) === 'unequal')
  );
}

/** Whether a test has to do with the path of the request, itself or by what a helper finds for the path. */
function isAboutPath(context: FileContext, ref: Ref): boolean {
  if (/path|url|route|\.startsWith\(\s*['"`]\//i.test(ref.node.getText())) return true;
  const inner = unwrap(ref.node);
  return (
    ts.isIdentifier(inner) &&
    context.values
      .roots({ ...ref, node: inner })
      .some(
        ({ ref: { node } }) =>
          ts.isCallExpression(node) && node.arguments.some((argument) => /path|url|route/i.test(argument.getText())),
      )
  );
}

/** The code that a test is made of: its own, that of helpers, and the values that they name. */
function codeOf(context: FileContext, test: Ref, depth: number): readonly ts.Node[] {
  const seen = new Set<ts.Node>([test.node]);
  let last: readonly Ref[] = [test];
  for (let step = 0; step < depth && seen.size < 60; step++) {
    const next: Ref[] = [];
    const add = (ref: Ref): void => {
      if (seen.has(ref.node) || ts.isParameter(ref.node)) return;
      seen.add(ref.node);
      next.push({ node: ref.node, file: ref.file });
    };
    for (const ref of last) {
      walk(ref.node, (node) => {
        if (ts.isIdentifier(node))
          for (const value of context.values.roots({ ...ref, node }))
            if (!value.external && value.ref.node !== node) add(value.ref);
        if (ts.isCallExpression(node)) for (const target of context.values.targets({ ...ref, node })) add(target);
        return true;
      });
    }
    last = next;
  }
  return [...seen];
}

function partsIn(code: readonly ts.Node[]): PathPart[] {
  const text = code.map((node) => node.getText()).join('\n');
  const isStart = /\.startsWith\(/.test(text) && !/\.(?:includes|match|test|endsWith)\(/.test(text);
  return code.flatMap(pathsIn).map((path) => ({ path, isStart }));
}

/** `path.includes('dashboard')`: whatever is looked for in a path. */
function isPartOfPath(text: ts.StringLiteralLike): boolean {
  const { parent } = text;
  if (!ts.isCallExpression(parent) || !/^(?:includes|startsWith|endsWith)$/.test(calleeName(parent) ?? ''))
    return false;
  const member = memberOf(unwrap(parent.expression));
  return !!member && /path|url|route/i.test(member.object.getText());
}

/** The texts in some code that look like paths or route groups. */
function pathsIn(node: ts.Node): string[] {
  const found: string[] = [];
  walk(node, (inner) => {
    if (ts.isStringLiteralLike(inner) && inner.text.length > 1 && /^\/?\(?[\w-]+/.test(inner.text)) {
      if (inner.text.startsWith('/') || inner.text.includes('(') || isPartOfPath(inner)) found.push(inner.text);
    } else if (inner.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      found.push(
        ...inner
          .getText()
          .split('|')
          .flatMap((part) => /\/\w[\w-]*/.exec(part.replaceAll('\\', ''))?.[0] ?? []),
      );
    }
    return true;
  });
  return found;
}
