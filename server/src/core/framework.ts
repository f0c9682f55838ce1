import { exportNamesOf, hasServerDirective } from './model';
import type { FileModel } from './model';
import type { PackageInfo } from './modules';
import { AUXILIARY, basename, relative } from './paths';
import type { Project } from './project';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
} from './syntax';
import type { FunctionNode } from './syntax';
import { memoized, memoizedWithCallers } from './values';
import type { Owner } from './ops';
import type { FunctionRef, Ref, Values } from './values';

export type FrameworkName =
  | 'next'
  | 'sveltekit'
  | 'astro'
  | 'nuxt'
  | 'express'
  | 'hono'
  | 'fastify'
  | 'elysia'
  | 'nestjs'
  | 'trpc'
  | 'graphql'
  | 'solidstart'
  | 'remix';

export interface Framework {
  readonly name: FrameworkName;
  /** Major version, when it can be told. */
  readonly major: number | undefined;
  /** Full version as found. */
  readonly version: string | undefined;
}

export type EntryKind =
  /** Answers requests under a URL. */
  | 'route'
  /** A server action, form action or remote function. */
  | 'action'
  | 'page'
  | 'layout'
  /** Loads data for a page (SvelteKit load, Remix loader, getServerSideProps). */
  | 'load'
  /** Runs before handlers: middleware, hook, plugin, guard class, context factory. */
  | 'middleware'
  | 'procedure';

export interface EntryPoint {
  readonly kind: EntryKind;
  readonly framework: FrameworkName;
  readonly fn: Owner;
  /** Upper case; undefined when any or not known. */
  readonly methods: readonly string[] | undefined;
  /** The URL or file path it is reached by, for exemptions such as login and webhook paths. */
  readonly route: string;
  /** The function that runs instead and calls this one, when an own helper has made it: `withErrors(handler)`. */
  readonly around?: FunctionRef;
}

const PACKAGES: readonly { name: FrameworkName; package: string }[] = [
  { name: 'next', package: 'next' },
  { name: 'sveltekit', package: '@sveltejs/kit' },
  { name: 'astro', package: 'astro' },
  { name: 'nuxt', package: 'nuxt' },
  { name: 'nuxt', package: 'nuxt3' },
  { name: 'nuxt', package: 'nitropack' },
  { name: 'nuxt', package: 'h3' },
  { name: 'express', package: 'express' },
  { name: 'hono', package: 'hono' },
  { name: 'fastify', package: 'fastify' },
  { name: 'elysia', package: 'elysia' },
  { name: 'nestjs', package: '@nestjs/common' },
  { name: 'trpc', package: '@trpc/server' },
  { name: 'graphql', package: '@pothos/core' },
  { name: 'solidstart', package: '@solidjs/start' },
  { name: 'remix', package: '@remix-run/node' },
  { name: 'remix', package: '@remix-run/server-runtime' },
  { name: 'remix', package: '@remix-run/react' },
  { name: 'remix', package: 'react-router' },
];

/** A call that gives a function to an application, router or plugin. */
export interface Registration {
  readonly call: Ref<ts.CallExpression>;
  readonly entry: EntryPoint;
}

export interface Frameworks {
  /** The frameworks of the package that a file belongs to. */
  of(path: string): readonly Framework[];
  has(path: string, name: FrameworkName): boolean;
  major(path: string, name: FrameworkName): number | undefined;
  /** Tests, mocks, stories, migrations, seed scripts: code that no client reaches. */
  isAuxiliary(path: string): boolean;
  /** Tests: code that runs on the machines of those who write it, with accounts and secrets made up. */
  isTest(path: string): boolean;
  /** The code of a file that clients can reach, or that runs before such code. */
  entryPoints(file: FileModel): readonly EntryPoint[];
  /** The handlers of other files that a file only names. */
  borrowed(file: FileModel): readonly Borrowed[];
  /** The calls that make a function an entry point, in any indexed file of the project. Empty for entry points by file name. */
  registrations(fn: Owner): readonly Registration[];
  /** The descriptions of a route that it is made of elsewhere: `createRoute({ method, path, middleware })`. */
  described(route: Ref): readonly Ref<ts.ObjectLiteralExpression>[];
  /** The entry point whose function is, or contains, the node. */
  entryAround(file: FileModel, node: ts.Node): EntryPoint | undefined;
}

/** A handler of another file that a file only names as its own: `export const GET = signOut`. */
export interface Borrowed {
  readonly at: ts.Node;
  readonly entry: EntryPoint;
}

interface Collected {
  readonly entries: readonly EntryPoint[];
  readonly borrowed: readonly Borrowed[];
  readonly registrations: readonly Registration[];
}

/** Frameworks whose routes are made by calls. */
const SERVERS = ['hono', 'express', 'fastify', 'elysia'] as const;
/** Of these one occurs in every file that makes routes. */
const REGISTERS = ['.get(', '.post(', '.put(', '.patch(', '.delete(', '.del(', '.all(', '.on(', '.route(', '.openapi('];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL', 'fallback'];
const TEST =
  /(?:^|\/)(?:__tests__|__mocks__|cypress|playwright|e2e)\/|\.(?:test|spec|e2e-spec|stories|mock)\.[cm]?[jt]sx?$/;
/** What a router serves by its place. */
const SERVED =
  /^(?:src\/)?(?:app\/(?:.*\/)?(?:route|page|layout)|routes\/(?:.*\/)?\+(?:server|page|layout)(?:\.server)?)\.[cm]?[jt]sx?$/;
/** Folders that are part of an address there: `app/stories/page.tsx`. */
const ADDRESS = /\/(?:(?:tests?|fixtures|stories|migrations?|scripts)\/)+/g;

export function createFrameworks(project: Project, values: Values): Frameworks {
  const of = (path: string): readonly Framework[] => {
    const info = project.packageOf(path);
    if (!info) return [];
    const key = `frameworks\0${info.dir}`;
    const known = project.projectMemo.get(key) as readonly Framework[] | undefined;
    if (known) return known;
    const found: Framework[] = [];
    const shared = sharedWith(info);
    for (const { name, package: packageName } of PACKAGES) {
      if (
        (!info.dependencies.has(packageName) && !shared.includes(packageName)) ||
        found.some((framework) => framework.name === name)
      )
        continue;
      const version = project.modules.versionOf(`${info.dir}/package.json`, packageName);
      const major = version === undefined ? undefined : Number.parseInt(version, 10);
      found.push({ name, major: Number.isNaN(major) ? undefined : major, version });
    }
    project.projectMemo.set(key, found);
    return found;
  };
  /** What a member of a workspace imports and leaves to the manifest at the root. */
  const sharedWith = (info: PackageInfo): readonly string[] => {
    const manifest = `${info.dir}/package.json`;
    const root = project.packageOf(`${project.modules.projectRootOf(manifest)}/package.json`);
    if (!root || root.dir === info.dir) return [];
    const offered = PACKAGES.map((known) => known.package).filter(
      (name) => root.dependencies.has(name) && !info.dependencies.has(name),
    );
    if (!offered.length) return [];
    const own = project.filesNear(manifest).filter((path) => project.packageOf(path)?.dir === info.dir);
    return offered.filter((name) =>
      own.some((path) =>
        [`'${name}'`, `"${name}"`, `'${name}/`, `"${name}/`].some((word) => project.mentions(path, word)),
      ),
    );
  };

  const inPackage = (path: string): string => {
    const info = project.packageOf(path);
    return info ? relative(info.dir, path) : basename(path);
  };
  const isAuxiliary = (path: string): boolean => {
    const inside = inPackage(path);
    return AUXILIARY.test(inside) && (!SERVED.test(inside) || AUXILIARY.test(inside.replace(ADDRESS, '/')));
  };
  const isTest = (path: string): boolean => TEST.test(inPackage(path));
  const has = (path: string, name: FrameworkName): boolean => of(path).some((framework) => framework.name === name);

  const entryPoints = (file: FileModel): readonly EntryPoint[] =>
    memoizedWithCallers(file, file.sourceFile, 'entryPoints', () => {
      const { entries } = collected(file);
      if (isAuxiliary(file.path) || !serverOf(file.path)) return entries;
      const elsewhere = (fn: FunctionNode): EntryPoint | undefined =>
        merged(registrations({ node: fn, file }).filter(({ call }) => call.file !== file));
      const known = entries.map((entry) =>
        entry.methods === undefined && !ts.isSourceFile(entry.fn.node) && entry.kind !== 'middleware'
          ? (elsewhere(entry.fn.node) ?? entry)
          : entry,
      );
      const others = file.functions
        .filter((fn) => !entries.some((entry) => entry.fn.node === fn))
        .map(elsewhere)
        .filter((entry) => entry !== undefined);
      return [...known, ...others];
    });

  const serverOf = (path: string): FrameworkName | undefined => SERVERS.find((name) => has(path, name));

  /** One entry point for a handler that is registered once or more. */
  const merged = (all: readonly Registration[]): EntryPoint | undefined => {
    const [first] = all;
    if (!first || all.length === 1) return first?.entry;
    const methods = all.map(({ entry }) => entry.methods);
    return {
      ...first.entry,
      methods: methods.includes(undefined) ? undefined : [...new Set(methods.flatMap((list) => list ?? []))],
    };
  };

  const registrations = (fn: Owner): readonly Registration[] => {
    const own = collected(fn.file).registrations.filter(({ entry }) => entry.fn.node === fn.node);
    if (!project.indexed() || !serverOf(fn.file.path)) return own;
    const others = registrationsAround(fn.file.path).get(fn.node) ?? [];
    return [...own, ...others.filter(({ call }) => call.file !== fn.file)];
  };

  /** Registrations of the project that a path belongs to, by the function that is given to the router. */
  const registrationsAround = (path: string): ReadonlyMap<ts.Node, readonly Registration[]> => {
    const key = `registrations\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as ReadonlyMap<ts.Node, readonly Registration[]> | undefined;
    if (known) return known;
    const found = new Map<ts.Node, Registration[]>();
    project.projectMemo.set(key, found);
    for (const near of project.filesNear(path)) {
      if (!serverOf(near) || isAuxiliary(near) || !REGISTERS.some((word) => project.mentions(near, word))) continue;
      const file = project.model(near);
      for (const registration of file ? collected(file).registrations : []) {
        const { node } = registration.entry.fn;
        (found.get(node) ?? found.set(node, []).get(node)!).push(registration);
      }
    }
    return found;
  };

  const collected = (file: FileModel): Collected =>
    memoized(file, file.sourceFile, 'entries', () =>
      isAuxiliary(file.path) ? { entries: [], borrowed: [], registrations: [] } : collect(file),
    );

  const collect = (file: FileModel): Collected => {
    const found: EntryPoint[] = [];
    const borrowed: Borrowed[] = [];
    const given: Registration[] = [];
    const { path } = file;
    const info = project.packageOf(path);
    const local = info ? `/${relative(info.dir, path)}` : path;
    const add = (
      kind: EntryKind,
      framework: FrameworkName,
      node: ts.Node | undefined,
      methods: readonly string[] | undefined,
      route = local,
      call?: ts.CallExpression,
    ): void => {
      if (!node) return;
      const own: readonly FunctionRef[] = isFunctionNode(node) ? [{ node, file }] : functionsAt({ node, file });
      const refs = call && kind === 'route' ? own.flatMap(handlersBehind) : own;
      for (const made of refs) {
        const inner = made.env ? wrappedIn(made, file) : [];
        for (const fn of inner) {
          if (!found.some((other) => other.fn.node === fn.node))
            found.push({ kind, framework, fn, methods, route, around: made });
        }
      }
      for (const fn of refs) {
        if (fn.env) continue;
        if (call) given.push({ call: { node: call, file }, entry: { kind, framework, fn, methods, route } });
        if (fn.file !== file) {
          const other = call ? -1 : borrowed.findIndex(({ entry }) => entry.fn.node === fn.node && entry.kind === kind);
          const before = borrowed[other];
          if (!before && !call) borrowed.push({ at: node, entry: { kind, framework, fn, methods, route } });
          else if (before && methods && before.entry.methods)
            borrowed[other] = { ...before, entry: { ...before.entry, methods: [...before.entry.methods, ...methods] } };
          continue;
        }
        const index = found.findIndex((other) => other.fn.node === fn.node);
        const known = found[index];
        if (!known) found.push({ kind, framework, fn, methods, route });
        // One function under several names: `export { handler as GET, handler as POST }`.
        else if (!call && methods && known.methods && kind === 'route' && known.kind === kind)
          found[index] = { ...known, methods: [...new Set([...known.methods, ...methods])] };
      }
    };
    const exported = (name: string): ts.Node | undefined => {
      const entry = file.exports.get(name);
      if (entry?.kind !== 'from') return entry?.node;
      // export { signOut as POST } from './sign-out'
      return file.sourceFile.statements
        .flatMap((statement) =>
          ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
            ? [...statement.exportClause.elements]
            : [],
        )
        .find((element) => element.name.text === name);
    };
    const addMethods = (framework: FrameworkName): void => {
      for (const method of METHODS) {
        add('route', framework, exported(method), method === 'ALL' || method === 'fallback' ? undefined : [method]);
      }
    };
    const base = basename(path);

    if (has(path, 'next')) {
      if (/\/app\/.*\/?route\.[cm]?[jt]sx?$/.test(local)) addMethods('next');
      else if (/\/app\/(?:.*\/)?(?:page|template|default|not-found|loading)\.[jt]sx?$/.test(local)) {
        add('page', 'next', exported('default'), ['GET']);
        add('page', 'next', exported('generateMetadata'), ['GET']);
      } else if (/\/app\/(?:.*\/)?layout\.[jt]sx?$/.test(local)) add('layout', 'next', exported('default'), ['GET']);
      else if (/^\/(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/.test(local)) {
        for (const name of ['middleware', 'proxy', 'default']) add('middleware', 'next', exported(name), undefined);
      } else if (/^\/(?:src\/)?pages\/api\//.test(local)) add('route', 'next', exported('default'), undefined);
      else if (/^\/(?:src\/)?pages\//.test(local)) add('load', 'next', exported('getServerSideProps'), ['GET']);
    }
    if (has(path, 'next') || has(path, 'solidstart') || has(path, 'remix')) serverFunctions(file, add);
    if (has(path, 'sveltekit')) {
      if (/^\+server\.[jt]s$/.test(base)) addMethods('sveltekit');
      else if (/^\+(?:page|layout)\.server\.[jt]s$/.test(base)) {
        add(base.startsWith('+layout') ? 'layout' : 'load', 'sveltekit', exported('load'), ['GET']);
        const actions = exported('actions');
        if (actions) {
          for (const value of values.roots({ node: actions, file })) {
            if (!ts.isObjectLiteralExpression(value.ref.node)) continue;
            for (const property of value.ref.node.properties) {
              const handler = ts.isPropertyAssignment(property) ? property.initializer : property;
              add(
                'action',
                'sveltekit',
                ts.isShorthandPropertyAssignment(handler) ? handler.name : handler,
                ['POST'],
                `${local}?/${propertyName(property.name) ?? ''}`,
              );
            }
          }
        }
      } else if (/^hooks\.server\.[jt]s$/.test(base) || /\/hooks\.server\/index\.[jt]s$/.test(path)) {
        add('middleware', 'sveltekit', exported('handle'), undefined);
      }
    }
    if (has(path, 'astro')) {
      if (path.endsWith('.astro')) {
        if (/\/pages\//.test(local)) {
          found.push({
            kind: 'page',
            framework: 'astro',
            fn: { node: file.sourceFile, file },
            methods: undefined,
            route: local,
          });
        }
      } else if (/\/pages\//.test(local)) addMethods('astro');
      else if (/\/middleware(?:\/[^/]+)?\.[cm]?[jt]s$/.test(local)) {
        for (const name of file.exports.keys()) add('middleware', 'astro', exported(name), undefined);
      }
    }
    if (has(path, 'nuxt')) {
      const method = /\.(get|post|put|patch|delete|head|options)\.[cm]?[jt]s$/.exec(base)?.[1]?.toUpperCase();
      if (/\/(?:server\/)?(?:api|routes)\//.test(local) && /\/(?:server|api|routes)\//.test(local)) {
        add('route', 'nuxt', exported('default'), method ? [method] : undefined);
      } else if (/\/server\/(?:middleware|plugins)\//.test(local))
        add('middleware', 'nuxt', exported('default'), undefined);
    }
    if (has(path, 'solidstart')) {
      if (/\/routes\//.test(local)) addMethods('solidstart');
    }
    if (has(path, 'remix') && /\/(?:routes|root)[/.]/.test(local)) {
      add('load', 'remix', exported('loader'), ['GET']);
      add('action', 'remix', exported('action'), ['POST', 'PUT', 'PATCH', 'DELETE']);
    }
    registered(file, add, local);
    if (has(path, 'nestjs')) controllers(file, add, local);
    return { entries: found, borrowed, registrations: given };
  };

  /** The functions behind an export, of this file or another one. */
  const functionsAt = (ref: Ref): readonly FunctionRef[] => {
    const named = ts.isExportSpecifier(ref.node) ? values.exported(ref.file, ref.node.name.text) : ref;
    return named && 'node' in named ? values.functions(named) : [];
  };

  /** The handlers that a function only passes its request on to: `(context) => updateOrder(context)`. */
  const handlersBehind = (fn: FunctionRef): readonly FunctionRef[] => {
    const { node } = fn;
    if (fn.env || !ts.isArrowFunction(node) || !node.parameters.length) return [fn];
    const [statement, more] = ts.isBlock(node.body) ? node.body.statements : [];
    const result = ts.isBlock(node.body)
      ? !more && statement && ts.isReturnStatement(statement)
        ? statement.expression
        : undefined
      : node.body;
    const call = result && unwrap(result);
    if (!call || !ts.isCallExpression(call) || call.arguments.length !== node.parameters.length) return [fn];
    const passes = node.parameters.every(({ name }, index) => {
      const argument = unwrap(call.arguments[index]!);
      return ts.isIdentifier(name) && ts.isIdentifier(argument) && argument.text === name.text;
    });
    const targets = passes ? values.targets({ ...fn, node: call }) : [];
    return targets.length ? targets.map(({ node: target, file }) => ({ node: target, file })) : [fn];
  };

  /** The functions of a file that a function, made by an own helper, has been given. */
  const wrappedIn = (made: FunctionRef, file: FileModel, depth = 0): readonly FunctionRef[] => {
    const found: FunctionRef[] = [];
    for (let env = made.env; env; env = env.outer) {
      for (const argument of env.args) {
        for (const fn of values.functions(argument)) {
          if (fn.env) found.push(...(depth < 3 ? wrappedIn(fn, file, depth + 1) : []));
          else if (fn.file === file) found.push(fn);
        }
      }
    }
    return found;
  };

  type Add = (
    kind: EntryKind,
    framework: FrameworkName,
    node: ts.Node | undefined,
    methods: readonly string[] | undefined,
    route?: string,
    call?: ts.CallExpression,
  ) => void;

  /** Functions under 'use server': a file's exports, or functions that carry the directive themselves. */
  const serverFunctions = (file: FileModel, add: Add): void => {
    const framework: FrameworkName = has(file.path, 'next')
      ? 'next'
      : has(file.path, 'solidstart')
        ? 'solidstart'
        : 'remix';
    if (file.directive === 'use server') {
      for (const entry of file.exports.values())
        if (entry.kind === 'local') add('action', framework, entry.node, ['POST']);
    }
    for (const fn of file.functions) if (hasServerDirective(fn)) add('action', framework, fn, ['POST']);
  };

  /** Handlers and middleware given to a router, app, plugin or procedure builder by a call. */
  const registered = (file: FileModel, add: Add, local: string): void => {
    const server = serverOf(file.path);
    const usesTrpc = has(file.path, 'trpc') || [...file.specifiers].some((specifier) => /trpc/i.test(specifier));
    for (const call of file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call);
      if (name === undefined) continue;
      const member = memberOf(unwrap(call.expression));
      const args = call.arguments;
      const last = args[args.length - 1];
      if (!last) continue;
      if (!member) {
        if (
          (name === 'defineEventHandler' || name === 'eventHandler' || name === 'defineHandler') &&
          !exportNamesOf(file, call).length
        ) {
          if (has(file.path, 'nuxt'))
            add(/\/middleware\//.test(local) ? 'middleware' : 'route', 'nuxt', call, undefined);
        } else if (name === 'createMiddleware' || name === 'defineMiddleware' || name === 'fp') {
          const object = unwrap(args[0]!);
          const framework =
            server ?? (has(file.path, 'solidstart') ? 'solidstart' : has(file.path, 'astro') ? 'astro' : undefined);
          if (framework && ts.isObjectLiteralExpression(object)) {
            for (const key of ['onRequest', 'onBeforeResponse']) {
              const handler = propertyOf(object, key);
              if (handler && ts.isArrayLiteralExpression(unwrap(handler))) {
                for (const element of (unwrap(handler) as ts.ArrayLiteralExpression).elements)
                  add('middleware', framework, element, undefined);
              } else add('middleware', framework, handler, undefined);
            }
          } else if (framework) add('middleware', framework, object, undefined);
        } else if (name === 'defineAction' && has(file.path, 'astro')) {
          const object = unwrap(args[0]!);
          if (ts.isObjectLiteralExpression(object))
            add(
              'action',
              'astro',
              propertyOf(object, 'handler'),
              ['POST'],
              `${local}#${keyAround(call) ?? variableAround(call) ?? ''}`,
            );
        } else if (
          (name === 'action' || name === 'query' || name === 'cache' || name === 'server$') &&
          has(file.path, 'solidstart')
        ) {
          const fn = unwrap(args[0]!);
          if (isFunctionNode(fn) && hasServerDirective(fn)) add('action', 'solidstart', fn, ['POST'], local);
        }
        continue;
      }
      if ((name === 'mutation' || name === 'query' || name === 'subscription') && usesTrpc && args.length === 1) {
        add('procedure', 'trpc', last, [name === 'mutation' ? 'POST' : 'GET'], `${local}#${keyAround(call) ?? ''}`);
        continue;
      }
      if (
        (name === 'handler' || name === 'action' || name === 'stateAction') &&
        isActionBuilder(call) &&
        has(file.path, 'next')
      ) {
        add('action', 'next', last, ['POST'], `${local}#${variableAround(call) ?? ''}`);
        continue;
      }
      if (/Fields?$|Type$/.test(name) && has(file.path, 'graphql')) {
        const operation = /^(mutation|query)(?:Fields?|Type)$/.exec(name)?.[1];
        if (operation)
          for (const field of fieldsIn(call))
            add(
              'procedure',
              'graphql',
              propertyOf(field, 'resolve'),
              [operation === 'mutation' ? 'POST' : 'GET'],
              `${local}#${keyAround(field) ?? stringValue(args[0]) ?? ''}`,
            );
        continue;
      }
      if (name === 'middleware' && usesTrpc) {
        add('middleware', 'trpc', last, undefined);
        continue;
      }
      if (!server) continue;
      if (/^(?:get|post|put|patch|delete|del|all|options|head|on)$/.test(name)) {
        const path = stringValue(args[0]) ?? routeBefore(member.object);
        const isRoute =
          args.length >= 2
            ? path !== undefined || ts.isTemplateExpression(unwrap(args[0]!)) || isFunctionNode(unwrap(last))
            : path !== undefined;
        if (!isRoute || (args.length < 2 && routeBefore(member.object) === undefined)) continue;
        const methods = name === 'all' || name === 'on' ? undefined : [name === 'del' ? 'DELETE' : name.toUpperCase()];
        const start = stringValue(args[0]) !== undefined || args.length >= 2 ? 1 : 0;
        const handlers = args.slice(start);
        // Elysia: (path, handler, options). Fastify: (path, options, handler).
        const main = server === 'elysia' ? handlers[0] : handlers[handlers.length - 1];
        for (const handler of handlers) {
          if (handler === main) add('route', server, handler, methods, path ?? local, call);
          else if (isFunctionNode(unwrap(handler))) add('middleware', server, handler, methods, path ?? local, call);
        }
        continue;
      }
      if (
        name === 'use' ||
        name === 'addHook' ||
        name === 'derive' ||
        name === 'resolve' ||
        name === 'onBeforeHandle' ||
        name === 'onRequest' ||
        name === 'decorateRequest' ||
        name === 'register'
      ) {
        for (const argument of args) {
          const inner = unwrap(argument);
          if (name === 'register' && !isFunctionNode(inner)) continue;
          if (isFunctionNode(inner) || ts.isIdentifier(inner) || ts.isCallExpression(inner))
            add('middleware', server, inner, undefined);
        }
        continue;
      }
      if (name === 'route' && args.length === 1) {
        const object = unwrap(args[0]!);
        if (!ts.isObjectLiteralExpression(object)) continue;
        const url = stringValue(propertyOf(object, 'url') ?? propertyOf(object, 'path')) ?? local;
        const method = stringValue(propertyOf(object, 'method'))?.toUpperCase();
        for (const key of ['preHandler', 'onRequest', 'preValidation'])
          add('middleware', server, propertyOf(object, key), undefined, url);
        add('route', server, propertyOf(object, 'handler'), method ? [method] : undefined, url, call);
      }
      if (name === 'openapi' && args.length >= 2 && server === 'hono') {
        // `(route, handler, hook)`: the hook answers for what is not valid.
        const [description] = described({ node: args[0]!, file });
        const method = description && stringValue(propertyOf(description.node, 'method'))?.toUpperCase();
        const url = description && stringValue(propertyOf(description.node, 'path'));
        add('route', 'hono', args[1], method ? [method] : undefined, url ?? local, call);
      }
    }
    // A named function whose parameters are typed as a framework's request handler, or that is used as middleware elsewhere.
    for (const fn of file.functions) {
      const framework = typedHandler(fn);
      if (!framework || found(fn)) continue;
      add(goesOn(file, fn) ? 'middleware' : 'route', framework, fn, undefined, local);
    }
    function found(fn: FunctionNode): boolean {
      return enclosingFunction(fn) !== undefined && !exportNamesOf(file, fn).length;
    }
  };

  const described = (route: Ref): readonly Ref<ts.ObjectLiteralExpression>[] =>
    values.roots(route).flatMap(({ ref, path }) => {
      if (path.length || !ts.isCallExpression(ref.node) || calleeName(ref.node) !== 'createRoute') return [];
      const options = ref.node.arguments[0] && unwrap(ref.node.arguments[0]);
      return options && ts.isObjectLiteralExpression(options) ? [{ ...ref, node: options }] : [];
    });

  const controllers = (file: FileModel, add: Add, local: string): void => {
    for (const cls of file.classes) {
      const decorators = decoratorNames(cls);
      const isController = decorators.some((decorator) => decorator === 'Controller' || decorator === 'Resolver');
      for (const member of cls.members) {
        if (!ts.isMethodDeclaration(member)) continue;
        const name = propertyName(member.name);
        if (isController) {
          const http = decoratorNames(member).find((decorator) =>
            /^(?:Get|Post|Put|Patch|Delete|All|Query|Mutation)$/.test(decorator),
          );
          if (http) {
            const method =
              http === 'All'
                ? undefined
                : http === 'Query'
                  ? ['GET']
                  : http === 'Mutation'
                    ? ['POST']
                    : [http.toUpperCase()];
            add('route', 'nestjs', member, method, `${local}#${name ?? ''}`);
          }
        } else if ((name === 'canActivate' || name === 'use' || name === 'intercept') && cls.heritageClauses?.length) {
          add('middleware', 'nestjs', member, undefined);
        }
      }
    }
  };

  return {
    of,
    has,
    major: (path, name) => of(path).find((framework) => framework.name === name)?.major,
    isAuxiliary,
    isTest,
    entryPoints,
    borrowed: (file) => collected(file).borrowed,
    registrations,
    described,
    entryAround(file, node) {
      const entries = entryPoints(file);
      if (!entries.length) return undefined;
      let current: ts.Node | undefined = node;
      while (current) {
        const hit = entries.find((entry) => entry.fn.node === current);
        if (hit) return hit;
        current = current.parent as ts.Node | undefined;
      }
      return undefined;
    },
  };
}

export function decoratorNames(node: ts.Node): readonly string[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const expression = ts.isCallExpression(decorator.expression)
      ? decorator.expression.expression
      : decorator.expression;
    return ts.isIdentifier(expression) ? expression.text : '';
  });
}

/** `router.route('/login').post(handler)`: the path given before. */
function routeBefore(object: ts.Node): string | undefined {
  let current = unwrap(object);
  while (ts.isCallExpression(current)) {
    if (calleeName(current) === 'route') return stringValue(current.arguments[0]);
    const member = memberOf(unwrap(current.expression));
    if (!member) return undefined;
    current = unwrap(member.object);
  }
  return undefined;
}

/** The options with a resolver that fields of Pothos are made of: `t.field({ type, args, resolve })`. */
function fieldsIn(call: ts.CallExpression): readonly ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = [];
  walk(call, (node) => {
    if (
      ts.isObjectLiteralExpression(node) &&
      ts.isCallExpression(node.parent) &&
      memberOf(unwrap(node.parent.expression))
    ) {
      if (node.parent === call || !propertyOf(node, 'resolve')) return true;
      found.push(node);
      return false;
    }
    return true;
  });
  return found;
}

function isActionBuilder(call: ts.CallExpression): boolean {
  const fn = call.arguments[call.arguments.length - 1];
  return !!fn && isFunctionNode(unwrap(fn));
}

function keyAround(call: ts.Node): string | undefined {
  let current = call.parent as ts.Node | undefined;
  while (current) {
    if (ts.isPropertyAssignment(current)) return propertyName(current.name);
    if (ts.isVariableDeclaration(current) && ts.isIdentifier(current.name)) return current.name.text;
    if (isFunctionNode(current)) return undefined;
    current = current.parent as ts.Node | undefined;
  }
  return undefined;
}

const variableAround = keyAround;

function typedHandler(fn: FunctionNode): FrameworkName | undefined {
  const first = fn.parameters[0]?.type;
  const second = fn.parameters[1]?.type;
  const text = (type: ts.TypeNode | undefined): string => (type ? type.getText() : '');
  if (
    /^(?:express\.)?(?:Request|ExpressRequest)\b/.test(text(first)) &&
    /^(?:express\.)?(?:Response|ExpressResponse)\b/.test(text(second))
  )
    return 'express';
  if (/^FastifyRequest\b/.test(text(first))) return 'fastify';
  if (
    /^Context\b/.test(text(first)) &&
    fn.parameters.length <= 2 &&
    (!fn.parameters[1] || isNextParameter(fn.parameters[1])) &&
    /^(?:c|ctx|context)$/.test(
      first?.parent && ts.isParameter(first.parent) && ts.isIdentifier(first.parent.name) ? first.parent.name.text : '',
    )
  )
    return 'hono';
  const variable = fn.parent as ts.Node | undefined;
  if (variable && ts.isVariableDeclaration(variable) && variable.type) {
    const type = text(variable.type);
    if (/^(?:express\.)?(?:RequestHandler|ErrorRequestHandler)\b/.test(type)) return 'express';
    if (/^(?:MiddlewareHandler|Handler)\b/.test(type)) return 'hono';
  }
  return undefined;
}

/** Hono gives handlers nothing beside the context but `next`: a function that is given anything else is a helper. */
function isNextParameter({ name, type }: ts.ParameterDeclaration): boolean {
  return (ts.isIdentifier(name) && /next/i.test(name.text)) || (!!type && /\bNext\b|=>/.test(type.getText()));
}

/** Whether a handler may let the request go on to the next one. With `next(error)` it only ends in another way. */
function goesOn(file: FileModel, fn: FunctionNode): boolean {
  return fn.parameters.some(({ name }) => {
    if (!ts.isIdentifier(name) || !/^(?:next|done)$/.test(name.text)) return false;
    const uses = (file.bindings.get(name)?.uses ?? []).filter((use) => use !== name);
    const isOfError = (use: ts.Identifier): boolean => {
      const { parent } = use;
      if (!ts.isCallExpression(parent) || parent.expression !== use || parent.arguments.length !== 1) return false;
      // `next('route')` goes on as well.
      return !ts.isStringLiteralLike(parent.arguments[0]!);
    };
    return !uses.length || !uses.every(isOfError);
  });
}
