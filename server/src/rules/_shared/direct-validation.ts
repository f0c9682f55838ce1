import type { FileContext } from '../../core/context';
import type { EntryPoint } from '../../core/framework';
import { exportNamesOf, nameOfFunction } from '../../core/model';
import type { FileModel } from '../../core/model';
import type { LuciaOp, Owner } from '../../core/ops';
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
} from '../../core/syntax';
import type { CallLike, FunctionNode } from '../../core/syntax';
import { isUnseen } from '../../core/values';
import type { FunctionRef, Ref } from '../../core/values';
import { isSessionIdRead } from './session';

/** A call of validateSession in a handler of requests. */
export interface DirectValidation {
  readonly call: Ref<ts.CallExpression>;
  readonly handler: Owner;
  readonly entry: EntryPoint | undefined;
  /** Whether it is in a function that handlers leave their work to, with the id of the request's session. */
  readonly isGivenId: boolean;
  /** Whether the handler also renews and clears the cookie, as a wrapper would. */
  readonly isComplete: boolean;
}

/** Code of the project that validates sessions for others. */
export interface Central {
  readonly kind: 'wrapper' | 'middleware';
  readonly fn: FunctionRef;
  readonly name: string;
  readonly exports: readonly string[];
  /** The validation in it. */
  readonly at: ts.Node;
}

/** The first validation in each handler of a file. */
export function directValidations(context: FileContext, file: FileModel): readonly DirectValidation[] {
  if (context.frameworks.isAuxiliary(file.path)) return [];
  const found: DirectValidation[] = [];
  for (const node of file.calls) {
    if (!ts.isCallExpression(node) || calleeName(node) !== 'validateSession') continue;
    const call: Ref<ts.CallExpression> = { node, file };
    const op = context.ops.of(call).find((candidate): candidate is LuciaOp => candidate.kind === 'lucia');
    if (!op || op.own) continue;
    if (!op.resolved && !context.roles.projectInstances(file.path).length && !isUnseenInstance(context, call)) continue;
    const handler = handlerOf(context, call);
    if (!handler || found.some((other) => other.handler.node === handler.owner.node)) continue;
    const sites = context.ops.sites(handler.owner);
    found.push({
      call,
      handler: handler.owner,
      entry: handler.entry,
      isGivenId: handler.isGivenId,
      isComplete:
        sites.some((site) => site.op.kind === 'lucia' && site.op.method === 'createSessionCookie') &&
        sites.some(
          (site) =>
            (site.op.kind === 'lucia' && site.op.method === 'createBlankSessionCookie') ||
            (site.op.kind === 'cookie' && site.op.action === 'clear'),
        ),
    });
  }
  return found;
}

/** An instance in a module of the project's own that is not there to be read. */
function isUnseenInstance(context: FileContext, { node, file }: Ref<ts.CallExpression>): boolean {
  const member = memberOf(unwrap(node.expression));
  const [id] = node.arguments;
  return (
    !!member &&
    !!id &&
    context.project.usesLucia(file.path) &&
    isSessionIdRead(context, { node: id, file }) &&
    context.values.roots({ node: member.object, file }).some((value) => isUnseen(value) && !value.path.length)
  );
}

function handlerOf(
  context: FileContext,
  call: Ref<ts.CallExpression>,
): { owner: Owner; entry: EntryPoint | undefined; isGivenId: boolean } | undefined {
  const { frameworks, roles } = context;
  const { file, node } = call;
  const around: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) around.push(fn);
  if (around.some((fn) => roles.isWrapper({ node: fn, file }) || takesNext(fn) || isSocketCallback(fn)))
    return undefined;
  const [id] = node.arguments;
  if (!id || !comesFromCookie(context, { node: id, file })) return undefined;
  const entries = frameworks.entryPoints(file);
  if (entries.length > 0 && entries.every((entry) => entry.kind === 'middleware')) return undefined;
  const entry = frameworks.entryAround(file, node);
  if (entry)
    return entry.kind === 'middleware' || isHook(context, entry)
      ? undefined
      : { owner: entry.fn, entry, isGivenId: false };
  const outer = around[around.length - 1];
  if (!outer) return undefined;
  const fn: FunctionRef = { node: outer, file };
  const given = givenAs(context, { node: id, file });
  const isGivenId = given?.fn.node === outer;
  // A function that is given the id itself is a step on the way of who has read it, unless it does the work of handlers.
  const isOfHandler = isGivenId
    ? isWorkOfHandlers(context, given.fn, given.index)
    : isPassedAround(context, fn) || isWorkOfHandler(context, fn);
  return isOfHandler ? { owner: fn, entry: undefined, isGivenId } : undefined;
}

/** The function around that a value is handed to as it is, and as which parameter. */
function givenAs(context: FileContext, value: Ref): { fn: FunctionRef; index: number } | undefined {
  for (const { ref, path } of context.values.roots(value)) {
    const { node, file } = ref;
    if (path.length || !ts.isParameter(node) || !isFunctionNode(node.parent) || !isInside(value.node, node.parent))
      continue;
    return { fn: { node: node.parent, file }, index: node.parent.parameters.indexOf(node) };
  }
  return undefined;
}

/** A hook of Fastify that is typed as a handler is: no router is given it, and where it goes on it has not answered. */
function isHook(context: FileContext, { framework, kind, fn }: EntryPoint): boolean {
  if (framework !== 'fastify' || kind !== 'route' || ts.isSourceFile(fn.node)) return false;
  const reply = fn.node.parameters[1]?.name;
  if (!reply || !ts.isIdentifier(reply) || context.frameworks.registrations(fn).length) return false;
  const uses = context.file.bindings.get(reply)?.uses ?? fn.file.bindings.get(reply)?.uses ?? [];
  const flow = context.conditions.flow({ node: fn.node, file: fn.file });
  return flow.exits.some(
    ({ kind: way, syntax, node }) =>
      (way === 'end' || (way === 'return' && ts.isReturnStatement(syntax) && !syntax.expression)) &&
      flow.reaches(flow.entry, node, new Set(uses.flatMap((use) => flow.at(use) ?? []))),
  );
}

/** A function that no code calls, so that a router does, and that reads the cookie of the request it is given. */
function isPassedAround(context: FileContext, fn: FunctionRef): boolean {
  if (!fn.node.parameters.length || context.roles.callersOf(fn).length) return false;
  return (
    exportNamesOf(fn.file, fn.node).length > 0 || ts.isMethodDeclaration(fn.node) || isFunctionNode(unwrap(fn.node))
  );
}

/** What one handler leaves to a function: that looks who is there for itself, and then writes. A guard for many writes nothing. */
function isWorkOfHandler(context: FileContext, fn: FunctionRef): boolean {
  const [caller, ...others] = context.roles.callersOf(fn);
  const entry = caller && !others.length ? context.frameworks.entryAround(caller.file, caller.node) : undefined;
  return (
    !!entry &&
    entry.kind !== 'middleware' &&
    !context.roles.returnsRowOfUser(fn) &&
    context.ops.sites(fn).some(({ op, direct }) => direct && op.kind === 'database' && op.verb !== 'read')
  );
}

/** What handlers, and nobody else, leave to a function that they give the session's id: it reads or writes for the user of it. */
function isWorkOfHandlers(context: FileContext, fn: FunctionRef, index: number): boolean {
  return (
    !context.roles.returnsRowOfUser(fn) &&
    context.ops.sites(fn).some(({ op, direct }) => direct && op.kind === 'database') &&
    isGivenByHandlers(context, fn, index, 0)
  );
}

function isGivenByHandlers(context: FileContext, fn: FunctionRef, index: number, depth: number): boolean {
  const callers = context.roles.callersOf(fn);
  return (
    callers.length > 0 &&
    callers.every(({ node, file }) => {
      const argument = argumentsOf(node)[index];
      if (!argument) return false;
      const id: Ref = { node: argument, file };
      const entry = context.frameworks.entryAround(file, node);
      if (entry) return entry.kind !== 'middleware' && isIdOnContext(context, id);
      const passed = depth < 3 ? givenAs(context, id) : undefined;
      return !!passed && isGivenByHandlers(context, passed.fn, passed.index, depth + 1);
    })
  );
}

/** `ctx.sessionId`, `locals.session.id`: what was put on the context for handlers, not what they are sent. */
function isIdOnContext(context: FileContext, id: Ref): boolean {
  if (!comesFromCookie(context, id)) return false;
  return (
    isSessionIdRead(context, id) ||
    context.roles.secret(id) === 'session id' ||
    context.values
      .roots(id)
      .some(
        ({ ref, path, external }) =>
          !external && ts.isParameter(ref.node) && path.some((part) => /^(?:ctx|context|locals)$/.test(part)),
      )
  );
}

/** Bearer tokens and ids from the URL or the body are another matter; what the request context holds is taken as the cookie's. */
function comesFromCookie(context: FileContext, id: Ref): boolean {
  if (readsHeader(context, id, 0)) return false;
  return isSessionIdRead(context, id) || !context.roles.readsQuery(id);
}

function readsHeader(context: FileContext, ref: Ref, depth: number): boolean {
  return context.values.deepRoots(ref).some((value) => {
    if (value.path.some((part) => /^(?:authorization|token|bearer)$/i.test(part))) return true;
    if (/^authorization$/i.test(context.roles.requestHeader(value) ?? '')) return true;
    const { node } = value.ref;
    if (!ts.isCallExpression(node)) return false;
    if (context.ops.of(value.ref as Ref<CallLike>).some((op) => op.kind === 'lucia' && op.method === 'readBearerToken'))
      return true;
    if (node.arguments.some((argument) => /^authorization$/i.test(stringValue(argument) ?? ''))) return true;
    const member = memberOf(unwrap(node.expression));
    return depth < 4 && !!member && readsHeader(context, { ...value.ref, node: member.object }, depth + 1);
  });
}

/** Express and Fastify middleware goes on through a callback of its own; handlers only report errors by it. */
function takesNext(fn: FunctionNode): boolean {
  return fn.parameters.some((parameter, index) => {
    if (index < 1 || !ts.isIdentifier(parameter.name) || !/^(?:next|done)$/.test(parameter.name.text)) return false;
    const { text } = parameter.name;
    let goesOn = false;
    if (fn.body) {
      walk(fn.body, (node) => {
        if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === text)
          goesOn ||= node.arguments.length === 0;
        else if (ts.isCallExpression(node))
          goesOn ||= node.arguments.some((argument) => ts.isIdentifier(argument) && argument.text === text);
        return !goesOn;
      });
    }
    return goesOn;
  });
}

const SOCKET_CALL = /^(?:on|once|addListener|addEventListener)$/;
const SOCKET_EVENT = /^(?:upgrade|connection|connect|message|open)$/;

function isSocketCallback(fn: FunctionNode): boolean {
  if (
    fn.parameters.some((parameter) =>
      /\b(?:WebSocket|Socket|Peer|ServerWebSocket)\b/.test(parameter.type?.getText() ?? ''),
    )
  )
    return true;
  let current: ts.Node = fn;
  for (let level = 0; level < 4 && current.parent; level++) {
    const { parent } = current;
    if (ts.isCallExpression(parent) && parent.expression !== current) {
      const name = calleeName(parent) ?? '';
      if (SOCKET_CALL.test(name)) return SOCKET_EVENT.test(stringValue(parent.arguments[0]) ?? '');
      return /^(?:ws|upgradeWebSocket|defineWebSocketHandler|handleUpgrade|createWebSocketServer|createWSContext)$/.test(
        name,
      );
    }
    if (
      ts.isPropertyAssignment(parent) &&
      ts.isIdentifier(parent.name) &&
      /^(?:websocket|webSocket|wsHandler)$/.test(parent.name.text)
    )
      return true;
    if (isFunctionNode(parent) || ts.isStatement(parent)) return false;
    current = parent;
  }
  return false;
}

/** Who validates sessions in the package of a file: wrappers and middleware on one side, handlers on the other. */
export function projectValidations(context: FileContext): {
  readonly central: readonly Central[];
  readonly direct: readonly DirectValidation[];
} {
  const { project, roles, frameworks } = context;
  const own = project.packageOf(context.path)?.dir;
  const key = `validations\0${own ?? context.path}`;
  const known = project.projectMemo.get(key) as
    { central: readonly Central[]; direct: readonly DirectValidation[] } | undefined;
  if (known) return known;
  const central: Central[] = [];
  const direct: DirectValidation[] = [];
  for (const wrapper of roles.wrappers(context.path)) {
    const { file, node } = wrapper.fn;
    if (project.packageOf(file.path)?.dir !== own || frameworks.isAuxiliary(file.path)) continue;
    const site = context.ops.sites(wrapper.fn).find(({ op }) => op.kind === 'lucia' && op.method === 'validateSession');
    const id = site?.op.kind === 'lucia' ? site.op.call.node.arguments[0] : undefined;
    if (
      !site ||
      (site.op.kind === 'lucia' && site.op.own) ||
      !id ||
      readsHeader(context, { ...site.op.call, node: id }, 0)
    )
      continue;
    const entry = frameworks.entryPoints(file).find((candidate) => candidate.fn.node === node);
    const isMiddleware =
      entry?.kind === 'middleware' || entry?.kind === 'layout' || takesNext(node) || storesOnly(context, wrapper.fn);
    central.push({
      kind: isMiddleware ? 'middleware' : 'wrapper',
      fn: wrapper.fn,
      name: wrapper.name || nameOfFunction(node)?.text || '',
      exports: wrapper.exports,
      at: site.at,
    });
  }
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    if (project.packageOf(path)?.dir !== own || !(project.text(path) ?? '').includes('validateSession')) continue;
    const file = project.model(path);
    if (file) direct.push(...directValidations(context, file).filter(({ isGivenId }) => !isGivenId));
  }
  const found = { central, direct };
  project.projectMemo.set(key, found);
  return found;
}

/** A function that keeps user and session on the request and returns neither. */
function storesOnly(context: FileContext, fn: FunctionRef): boolean {
  return !context.values.returned({ node: fn.node, file: fn.file }).some((ref) => holdsPart(context, ref, 0));
}

/** A part of a validated session, or an object or a tuple with one in it. */
function holdsPart(context: FileContext, ref: Ref, depth: number): boolean {
  if (context.roles.sessionPart(ref) || returnedKeys(context, ref)) return true;
  return (
    depth < 2 &&
    context.values
      .roots(ref)
      .some(
        ({ ref: { node, file }, path }) =>
          !path.length &&
          ts.isArrayLiteralExpression(node) &&
          node.elements.some((element) => holdsPart(context, { node: element, file }, depth + 1)),
      )
  );
}

/** The properties of a returned value that hold the parts of a validated session. */
export function returnedKeys(context: FileContext, ref: Ref): ReadonlySet<string> | undefined {
  let keys: Set<string> | undefined;
  for (const value of context.values.roots(ref)) {
    const { node } = value.ref;
    if (value.path.length) return undefined;
    let own: string[];
    if (ts.isObjectLiteralExpression(node)) {
      own = [];
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) {
          const inner = returnedKeys(context, { ...value.ref, node: property.expression });
          if (inner) own.push(...inner);
        } else if (property.name && ts.isIdentifier(property.name)) own.push(property.name.text);
      }
    } else if (
      ts.isCallExpression(node) &&
      context.ops.of(value.ref as Ref<CallLike>).some((op) => op.kind === 'lucia' && op.method === 'validateSession')
    ) {
      own = ['user', 'session'];
    } else return undefined;
    keys = keys ? new Set(own.filter((name) => keys!.has(name))) : new Set(own);
  }
  return keys;
}

/** Whether a call always gives an object with the session in it: validateSession, or a wrapper that returns what it gave. */
export function givesWholeResult(context: FileContext, call: Ref<CallLike>): boolean {
  if (
    context.ops.of(call).some((op) => op.kind === 'lucia' && op.method === 'validateSession' && op.resolved && !op.own)
  )
    return true;
  const targets = context.values.targets(call);
  return (
    targets.length > 0 &&
    targets.every((target) => {
      const bare = { node: target.node, file: target.file };
      const returned = context.values.returned(bare);
      return (
        returned.length > 0 &&
        returned.every((ref) => returnedKeys(context, ref)?.has('session')) &&
        context.conditions.flow(bare).exits.every((exit) => exit.kind !== 'end')
      );
    })
  );
}
