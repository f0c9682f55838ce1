import type { FileContext } from '../../core/context';
import { setProperty } from '../../core/edit';
import type { CookieOp } from '../../core/cookies';
import type { EntryPoint, FrameworkName } from '../../core/framework';
import type { FileModel } from '../../core/model';
import type { LuciaOp, Site } from '../../core/ops';
import type { Instance } from '../../core/roles';
import {
  argumentsOf,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { TextEdit } from '../../core/text';
import { isUnseen } from '../../core/values';
import type { FunctionRef, Ref } from '../../core/values';
import { isSessionIdRead } from './session';

/** A session wrapper that reads the session id from the request's cookies itself. */
export interface CookieWrapper {
  readonly fn: FunctionRef;
  /** The validation, as reached from the wrapper. */
  readonly site: Site;
  readonly op: LuciaOp;
  readonly sites: readonly Site[];
}

export function cookieWrappers(context: FileContext, file: FileModel = context.file): readonly CookieWrapper[] {
  const found: CookieWrapper[] = [];
  for (const fn of file.functions) {
    if (!fn.body) continue;
    const ref: FunctionRef = { node: fn, file };
    const sites = context.ops.sites(ref);
    const site = sites.find(({ op }) => op.kind === 'lucia' && op.method === 'validateSession');
    if (!site || !(context.roles.isWrapper(ref) || context.roles.returnsRowOfUser(ref))) continue;
    const op = site.op as LuciaOp;
    if (op.own || (!op.resolved && !isUnseenInstance(context, op) && !context.roles.projectInstances(file.path).length))
      continue;
    const [id] = argumentsOf(op.call.node);
    if (
      !id ||
      !(readsCookieIn(context, { ...op.call, node: id }, ref) || isHandedCookie(context, { ...op.call, node: id }, ref))
    )
      continue;
    // A validation in a helper that is a wrapper of its own is looked at there.
    const inner = site.direct ? undefined : enclosingFunction(op.call.node);
    if (
      inner &&
      context.roles.isWrapper({ node: inner, file: op.call.file }) &&
      isHandedCookie(context, { node: id, file: op.call.file }, { node: inner, file: op.call.file })
    )
      continue;
    if (found.some((other) => isInside(other.fn.node, fn) || isInside(fn, other.fn.node))) continue;
    found.push({ fn: ref, site, op, sites });
  }
  return found;
}

/** An instance of a module that is not there to be read. */
function isUnseenInstance(context: FileContext, { call }: LuciaOp): boolean {
  const member = memberOf(unwrap(call.node.expression));
  if (!member) return false;
  const object = unwrap(member.object);
  // Nuxt imports what lies in server/utils by itself.
  const isAuto =
    ts.isIdentifier(object) && !call.file.bindings.has(object) && context.frameworks.has(call.file.path, 'nuxt');
  return isAuto || context.values.deepRoots({ ...call, node: member.object }).some(isUnseen);
}

/** Whether the session id comes from a cookie that is read in the function itself, or in a helper that only reads it. */
function readsCookieIn(context: FileContext, id: Ref, fn: FunctionRef): boolean {
  if (!isSessionIdRead(context, id)) return false;
  if (isInside(id.node, fn.node)) return true;
  return context.values
    .deepRoots(id)
    .some((value) => isInside(value.ref.node, fn.node) || ts.isParameter(value.ref.node));
}

/** Whether the session id is a parameter for which callers give the value of the session cookie. */
function isHandedCookie(context: FileContext, id: Ref, fn: FunctionRef): boolean {
  const roots = context.values.roots({ node: id.node, file: id.file });
  const index = fn.node.parameters.findIndex((parameter) =>
    roots.some((value) => value.ref.node === parameter && !value.path.length),
  );
  if (index < 0) return false;
  return context.roles.callersOf(fn).some((call) => {
    const argument = argumentsOf(call.node)[index];
    return !!argument && isSessionIdRead(context, { ...call, node: argument });
  });
}

/** The Lucia instance whose method a call is. Undefined when it is not known which. */
export function instanceOf(context: FileContext, op: LuciaOp): Instance | undefined {
  const all = context.roles.projectInstances(op.call.file.path);
  const member = memberOf(unwrap(op.call.node.expression));
  if (member) {
    for (const value of context.values.deepRoots({ ...op.call, node: member.object })) {
      const hit = all.find((instance) => instance.call.node === value.ref.node);
      if (hit) return hit;
    }
  }
  return all.length === 1 ? all[0] : undefined;
}

/** Whether the session cookie is made to outlive the session. Undefined when the options cannot be read. */
export function cookieExpires(context: FileContext, instance: Instance): boolean | undefined {
  const [, given] = argumentsOf(instance.call.node);
  if (!given) return true;
  if (!instance.options) return undefined;
  const cookie = propertyOf(instance.options.node, 'sessionCookie');
  const spreads = instance.options.node.properties.some((property) => ts.isSpreadAssignment(property));
  if (!cookie) return spreads ? undefined : true;
  const values = context.values.roots(instance.options, ['sessionCookie', 'expires']);
  for (const value of values) {
    const { node } = value.ref;
    if (node.kind === ts.SyntaxKind.FalseKeyword && !value.path.length) return false;
    if (node.kind === ts.SyntaxKind.TrueKeyword && !value.path.length) continue;
    if (
      ts.isObjectLiteralExpression(node) &&
      value.path[0] === 'expires' &&
      !node.properties.some((property) => ts.isSpreadAssignment(property))
    )
      continue;
    return undefined;
  }
  return true;
}

/** The edit that sets `expires: false` in an instance's options. */
export function expiresFalse(
  context: FileContext,
  instance: Instance,
): { file: FileModel; edit: TextEdit } | undefined {
  const { options } = instance;
  if (options) {
    const cookie = context.values
      .roots(options, ['sessionCookie'])
      .find((value) => !value.path.length && ts.isObjectLiteralExpression(value.ref.node));
    if (cookie)
      return {
        file: cookie.ref.file,
        edit: setProperty(cookie.ref.node as ts.ObjectLiteralExpression, 'expires', 'false'),
      };
    if (propertyOf(options.node, 'sessionCookie')) return undefined;
    return { file: options.file, edit: setProperty(options.node, 'sessionCookie', '{ expires: false }') };
  }
  const [adapter, given] = argumentsOf(instance.call.node);
  if (!adapter || given) return undefined;
  return {
    file: instance.call.file,
    edit: { start: adapter.end, end: adapter.end, newText: ', { sessionCookie: { expires: false } }' },
  };
}

/** The places in a function's own code, callbacks included, that read `.fresh` of a session. */
export function freshReads(context: FileContext, fn: FunctionRef): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const mayBeSession = (node: ts.Node): boolean => {
    const ref: Ref = { node, file: fn.file };
    return (
      !!context.roles.sessionPart(ref) || context.values.roots(ref).some((value) => ts.isParameter(value.ref.node))
    );
  };
  walk(fn.node, (node) => {
    const member = memberOf(node);
    if (member?.name === 'fresh' && mayBeSession(member.object)) found.push(node);
    else if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'fresh') found.push(node);
    return true;
  });
  return found;
}

/** The writes of a session cookie (not of a blank one) that a function makes or reaches. */
export function sessionCookieWrites(
  context: FileContext,
  sites: readonly Site[],
): readonly { site: Site; op: CookieOp }[] {
  return sites.flatMap((site) =>
    site.op.kind === 'cookie' && site.op.action === 'write' && context.roles.isSessionCookie(site.op)
      ? [{ site, op: site.op }]
      : [],
  );
}

/** The try block around a node inside of a function whose catch lets nothing out. */
export function swallowingTry(node: ts.Node): ts.TryStatement | undefined {
  let current: ts.Node = node;
  while (current.parent && !isFunctionNode(current)) {
    const { parent } = current;
    if (
      ts.isTryStatement(parent) &&
      parent.tryBlock === current &&
      parent.catchClause &&
      !throwsAgain(parent.catchClause)
    )
      return parent;
    current = parent;
  }
  return undefined;
}

function throwsAgain(clause: ts.CatchClause): boolean {
  let throws = false;
  walk(clause.block, (node) => {
    if (isFunctionNode(node)) return false;
    if (ts.isThrowStatement(node)) throws = true;
    return true;
  });
  return throws;
}

/** Whether a middleware of the project, or only of a framework, writes the session cookie of a renewed session. */
export function middlewareRenews(
  context: FileContext,
  except: FunctionRef,
  framework?: FrameworkName,
  runs: (middleware: EntryPoint) => boolean = () => true,
): boolean {
  return middlewareWrites(
    context,
    except,
    (sites) =>
      sites.some((site) => site.op.kind === 'lucia' && site.op.method === 'createSessionCookie') ||
      sessionCookieWrites(context, sites).length > 0,
    framework,
    runs,
  );
}

/** Whether a middleware of the file's package does something. */
export function middlewareWrites(
  context: FileContext,
  except: FunctionRef,
  test: (sites: readonly Site[]) => boolean,
  framework?: FrameworkName,
  runs: (middleware: EntryPoint) => boolean = () => true,
): boolean {
  const { project } = context;
  const own = project.packageOf(context.path)?.dir;
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    if (!/ookie/.test(project.text(path) ?? '') || project.packageOf(path)?.dir !== own) continue;
    const file = project.model(path);
    if (!file) continue;
    for (const entry of context.frameworks.entryPoints(file)) {
      if (entry.kind !== 'middleware' || ts.isSourceFile(entry.fn.node) || entry.fn.node === except.node) continue;
      if (framework && entry.framework !== framework) continue;
      if (test(context.ops.sites(entry.fn)) && runs(entry)) return true;
    }
  }
  return false;
}
