import type { FileContext } from '../../core/context';
import { nameOfFunction } from '../../core/model';
import type { FileModel } from '../../core/model';
import { calleeName, isFunctionNode, memberOf, ts, unwrap } from '../../core/syntax';
import { memoized } from '../../core/values';
import type { Ref } from '../../core/values';

const MOUNT = /^(?:use|route|mount|register)$/;
const MIDDLEWARE = /^(?:use|addHook|onRequest|onBeforeHandle|all)$/;

/** What tells that a file may hold such calls, without looking at each of them. */
const WORDS = ['.use(', '.addHook(', '.register(', '.route(', '.mount('];

/** A call that gives middleware or other routers to a router, and what its parts stand for. */
interface RouterCall {
  readonly call: Ref<ts.CallExpression>;
  readonly name: string;
  /** Where its arguments and the router that it is made on come from. */
  readonly around: ReadonlySet<ts.Node>;
  /** The constructors of the routers that are given to it. */
  readonly mounted: ReadonlySet<ts.Node>;
  /** The first links of the chains that its last argument may be. */
  readonly last: ReadonlySet<ts.Node>;
  /** Whether it is made on the whole application, or in a plugin that is not kept to itself. */
  readonly isWide: boolean;
}

interface RouterCalls {
  readonly around: ReadonlyMap<ts.Node, readonly Ref<ts.CallExpression>[]>;
  readonly wide: readonly Ref<ts.CallExpression>[];
  readonly mounts: ReadonlyMap<ts.Node, readonly Ref<ts.CallExpression>[]>;
  readonly last: ReadonlyMap<ts.Node, readonly Ref<ts.CallExpression>[]>;
}

/** The calls of the project that mount what a router's constructor makes: `app.route('/notes', notes)`. */
export function mountsOf(context: FileContext, router: ts.Node): readonly Ref<ts.CallExpression>[] {
  return routerCalls(context).mounts.get(router) ?? [];
}

/** The calls that mount a router as their last argument; its chain is told by its first link. */
export function mountsOfChain(context: FileContext, start: ts.Node): readonly Ref<ts.CallExpression>[] {
  return routerCalls(context).last.get(start) ?? [];
}

/** The calls that may give middleware to a router: those that it takes part in, and those for whole applications. */
export function middlewareCalls(context: FileContext, router: ts.Node): readonly Ref<ts.CallExpression>[] {
  const { around, wide } = routerCalls(context);
  return [...new Set([...(around.get(router) ?? []), ...wide])];
}

function routerCalls(context: FileContext): RouterCalls {
  const { project } = context;
  const near = project.filesNear(context.path);
  // A file that is not indexed, such as one that was never saved, has calls of its own besides.
  const own = near.includes(context.path) ? '' : context.path;
  const key = `routerCalls\0${project.modules.projectRootOf(context.path)}\0${own}`;
  const known = project.projectMemo.get(key) as RouterCalls | undefined;
  if (known) return known;
  const around = new Map<ts.Node, Ref<ts.CallExpression>[]>();
  const mounts = new Map<ts.Node, Ref<ts.CallExpression>[]>();
  const last = new Map<ts.Node, Ref<ts.CallExpression>[]>();
  const wide: Ref<ts.CallExpression>[] = [];
  const add = (to: Map<ts.Node, Ref<ts.CallExpression>[]>, node: ts.Node, call: Ref<ts.CallExpression>): void =>
    void (to.get(node) ?? to.set(node, []).get(node)!).push(call);
  for (const path of new Set([context.path, ...near])) {
    if (!WORDS.some((word) => project.mentions(path, word))) continue;
    const file = path === context.path ? context.file : project.model(path);
    for (const found of file ? routerCallsIn(context, file) : []) {
      if (MIDDLEWARE.test(found.name)) {
        for (const node of found.around) add(around, node, found.call);
        if (found.isWide) wide.push(found.call);
      }
      for (const node of found.mounted) add(mounts, node, found.call);
      for (const node of found.last) add(last, node, found.call);
    }
  }
  const all = { around, wide, mounts, last };
  project.projectMemo.set(key, all);
  return all;
}

function routerCallsIn(context: FileContext, file: FileModel): readonly RouterCall[] {
  return memoized(file, file.sourceFile, 'routerCalls', () => {
    const found: RouterCall[] = [];
    for (const node of file.calls) {
      if (!ts.isCallExpression(node)) continue;
      const name = calleeName(node) ?? '';
      const member = memberOf(unwrap(node.expression));
      if (!member || !(MOUNT.test(name) || MIDDLEWARE.test(name))) continue;
      const rootsOf = (part: ts.Node): readonly ts.Node[] =>
        context.values
          .roots({ node: part, file })
          .filter(({ path }) => !path.length)
          .map(({ ref }) => ref.node);
      const start = chainStart(member.object);
      const lastArgument = node.arguments[node.arguments.length - 1];
      found.push({
        call: { node, file },
        name,
        around: new Set([start, ...node.arguments].flatMap(rootsOf)),
        mounted: new Set(
          MOUNT.test(name) ? node.arguments.flatMap((part) => madeBy(context, { node: part, file }) ?? []) : [],
        ),
        last: new Set(/^(?:use|route|mount)$/.test(name) && lastArgument ? rootsOf(lastArgument).map(chainStart) : []),
        isWide: isApplication(context, { node: start, file }) || isSharedPlugin(context, { node: start, file }),
      });
    }
    return found;
  });
}

/** Whether a receiver is the application that routers are mounted on, rather than a router next to this one. */
export function isApplication(context: FileContext, receiver: Ref): boolean {
  return context.values.roots(receiver).some(({ ref: { node } }) => {
    const name = ts.isCallExpression(node) || ts.isNewExpression(node) ? (calleeName(node) ?? '') : '';
    return /^(?:express|fastify|Fastify)$/.test(name);
  });
}

/** Whether a receiver is handed to a plugin that Fastify does not keep to itself: `fp(async (app) => app.addHook(…))`. */
export function isSharedPlugin(context: FileContext, receiver: Ref): boolean {
  return context.values.roots(receiver).some(({ ref: { node, file }, path }) => {
    const fn = node.parent as ts.Node | undefined;
    if (path.length || !ts.isParameter(node) || !fn || !isFunctionNode(fn)) return false;
    const name = nameOfFunction(fn);
    const uses = [fn, ...((name && file.bindings.get(name)?.uses) ?? [])];
    return uses.some((use) => {
      const call = use.parent as ts.Node | undefined;
      return (
        !!call &&
        ts.isCallExpression(call) &&
        call.arguments[0] === use &&
        context.values.callees({ node: call, file }).some(({ external }) => external?.module === 'fastify-plugin')
      );
    });
  });
}

/** The first link of a chain of calls: `new Hono()` of `new Hono().basePath('/v1').use(guard)`. */
export function chainStart(node: ts.Node): ts.Node {
  let current = unwrap(node);
  while (ts.isCallExpression(current)) {
    const member = memberOf(unwrap(current.expression));
    if (!member) return current;
    current = unwrap(member.object);
  }
  return current;
}

/** The constructor of the router that an expression stands for: a chain of its methods gives it back. */
export function madeBy(context: FileContext, ref: Ref, depth = 0): ts.Node | undefined {
  for (const value of context.values.roots(ref)) {
    if (value.path.length || value.external) continue;
    const start = chainStart(value.ref.node);
    if (ts.isNewExpression(start) || ts.isCallExpression(start)) return start;
    const inner =
      ts.isIdentifier(start) && depth < 3 ? madeBy(context, { ...value.ref, node: start }, depth + 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
