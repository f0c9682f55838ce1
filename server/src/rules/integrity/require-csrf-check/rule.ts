import type { FileContext } from '../../../core/context';
import type { FlowNode } from '../../../core/flow';
import type { EntryPoint, FrameworkName } from '../../../core/framework';
import { addImports, inFile, insertAfter, insertAt } from '../../../core/edit';
import { exportNamesOf, nameOfFunction } from '../../../core/model';
import type { FileModel } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import type { Fix } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  propertyOf,
  statementOf,
  stringValue,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import type { Owner } from '../../../core/ops';
import type { TextEdit } from '../../../core/text';
import { memoized } from '../../../core/values';
import type { FunctionRef, Ref } from '../../../core/values';
import { isUnknownHelper, runsFor } from '../../_shared/guards';
import { endingOf, insertFirst } from '../../_shared/handler-fix';
import { chainStart, mountsOf } from '../../_shared/routers';

interface State {
  /** The handler, or the application, that lacks the check. */
  readonly entry?: EntryPoint;
  readonly app?: ts.Node;
}

export default defineRule<State>({
  id: 'require-csrf-check',
  family: 'integrity',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 352,
  frameworks: [
    'next',
    'express',
    'hono',
    'fastify',
    'nuxt',
    'solidstart',
    'remix',
    'sveltekit',
    'astro',
    'elysia',
    'nestjs',
  ],
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'Handlers change state by the session cookie, and neither they nor a middleware before them check where the request comes from.',
    why: 'Lucia v3 has no CSRF protection of its own. SameSite=Lax does not stop sibling subdomains, nor login CSRF, and sameSite none stops nothing.',
    how: 'Compare Origin with the host in a middleware for all methods but GET, HEAD and OPTIONS: verifyRequestOrigin(origin, [host]), and end the request with 403 when it fails.',
    limits:
      'SvelteKit, Astro 5 and Next server actions check by themselves and are not reported, unless their settings say not to. One report an application where a middleware is missing. APIs that are authorised by a header instead of a cookie are left alone.',
  },
  sources: [
    {
      title: 'OWASP CSRF Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    {
      title: 'Lucia v3: validate session cookies',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/index.md',
    },
  ],
  messages: {
    app: 'No middleware of this application checks the Origin of requests that change state.',
    handler: 'This route accepts cross-origin posts; check Origin with verifyRequestOrigin().',
    skipped: 'This is always true, so the check of the Origin behind it never runs.',
    development: 'In production no request fails this check of the Origin: the condition beside it is for development.',
    ineffective: 'The Origin is checked here, but a request that fails the check goes on.',
    off: "The framework's own check of the Origin is switched off here, and nothing else in the application makes it.",
    query:
      'Whoever forges a request can put `{text}` into the query of its address, and then the Origin is not checked.',
    token: 'A request with neither token passes this check, and that is what a forged request looks like.',
  },
  words: [
    'POST',
    'post',
    'PUT',
    'put',
    'PATCH',
    'patch',
    'DELETE',
    'delete',
    'express(',
    'Hono',
    'astify(',
    'Elysia',
    'verifyRequestOrigin',
    'handler',
    'defineEventHandler',
    'action',
    'fetchRequestHandler',
    'ApiHandler',
    'NextHandler',
    'NestFactory',
    'checkOrigin',
    'trustedOrigins',
  ],
  check(context, report) {
    const off = switchedOff(context);
    if (off && usesCookies(context) && !checksSomewhere(context)) report({ at: off, message: 'off', state: {} });
    if (off || context.frameworks.isAuxiliary(context.path)) return;
    const ineffective = checkWithoutEffect(context);
    if (ineffective)
      report({
        at: ineffective.node,
        message: ineffective.message,
        ...(ineffective.text === undefined ? {} : { data: { text: ineffective.text } }),
      });
    const app = applicationOf(context);
    if (app) {
      const isOfSessions =
        usesCookies(context) && !standsAlone(context) && !onlyReads(context) && !isMounted(context, app);
      const leftOut = isOfSessions ? firstLeftOut(context, app) : undefined;
      if (leftOut) report({ at: leftOut, message: 'handler', state: {} });
      if (isOfSessions && !checksSomewhere(context))
        report({
          at: changesOn(context, app)[0]?.name ?? firstGiven(context, app) ?? app,
          message: 'app',
          ...(crossSite(context) ? { severity: 'error' as const } : {}),
          state: { app },
        });
      return;
    }
    const unmounted = unmountedApplication(context);
    const leftOut = unmounted && firstLeftOut(context, unmounted);
    if (leftOut) report({ at: leftOut, message: 'handler', state: {} });
    if (context.project.hasOwnSessions(context.path)) return;
    const adapter = procedureHandlerOf(context);
    if (adapter) {
      if (!checksSomewhere(context, adapter.route))
        report({
          at: adapter.call.expression,
          message: 'handler',
          ...(crossSite(context) ? { severity: 'error' as const } : {}),
          state: adapter.entry ? { entry: adapter.entry } : {},
        });
      return;
    }
    for (const entry of context.entryPoints) {
      if (!needsCheck(context, entry) || !changesState(context, entry)) continue;
      if (checksOrigin(context, entry.fn as FunctionRef) || checksSomewhere(context, entry.route)) continue;
      if (entry.around && checksOrigin(context, entry.around)) continue;
      report({
        at: nameOf(entry),
        message: 'handler',
        ...(crossSite(context) ? { severity: 'error' as const } : {}),
        state: { entry },
      });
    }
  },
  fixes: ({ entry, app }, context) => (entry ? handlerFix(context, entry) : app ? appFix(context, app) : []),
});

/** The check as the first thing of a handler. */
function handlerFix(context: FileContext, entry: EntryPoint): readonly Fix[] {
  const { node } = entry.fn;
  if (!isFunctionNode(node)) return [];
  const read = headersOf(context, entry, node);
  const ending = endingOf(context, entry, 403);
  if (!read || !ending || !insertFirst(context, node, '')) return [];
  return [
    {
      title: 'Check the Origin of the request',
      kind: 'suggested',
      edits() {
        const origin = `!verifyRequestOrigin(${read.header('origin')} ?? '', [${read.header('host')} ?? ''])`;
        const check = `if (${read.method && (entry.methods?.includes('GET') ?? true) ? `${read.method} !== 'GET' && ` : ''}${origin}) ${ending.code}`;
        return inFile(
          context.file,
          insertFirst(context, node, check),
          read.edit,
          addImports(context.file, 'lucia', ['verifyRequestOrigin']),
          read.from ? addImports(context.file, read.from, [...read.names, ...(ending.names ?? [])]) : undefined,
        );
      },
    },
  ];
}

/** How a handler reads a header of its request. */
function headersOf(
  context: FileContext,
  entry: EntryPoint,
  fn: FunctionNode,
):
  | {
      header(name: string): string;
      readonly method?: string;
      readonly edit?: TextEdit;
      readonly from?: string;
      readonly names: readonly string[];
    }
  | undefined {
  const [first] = fn.parameters;
  const isTyped = !/\.[cm]?jsx?$/.test(context.path);
  const by = (request: string, edit?: TextEdit) => ({
    header: (name: string) => `${request}.headers.get('${name === 'origin' ? 'Origin' : 'Host'}')`,
    method: `${request}.method`,
    names: [],
    ...(edit && { edit }),
  });
  if (entry.framework === 'nuxt') {
    const event = first && ts.isIdentifier(first.name) ? first.name.text : first ? undefined : 'event';
    if (event === undefined) return undefined;
    const isAuto = [...context.file.free].some((identifier) =>
      /^(?:defineEventHandler|eventHandler)$/.test(identifier.text),
    );
    return {
      header: (name) => `getHeader(${event}, '${name === 'origin' ? 'Origin' : 'Host'}')`,
      method: `${event}.method`,
      names: isAuto ? [] : ['getHeader'],
      ...(isAuto ? {} : { from: 'h3' }),
      ...(first ? {} : { edit: insertAt(fn.parameters.pos, event) }),
    };
  }
  if (/\/pages\/api\//.test(entry.route) && entry.framework === 'next') {
    if (!first || !ts.isIdentifier(first.name)) return undefined;
    const request = first.name.text;
    return { header: (name) => `${request}.headers.${name}`, method: `${request}.method`, names: [] };
  }
  const isEvent = entry.framework !== 'next';
  if (!first)
    return isEvent
      ? by('request', insertAt(fn.parameters.pos, '{ request }'))
      : by('request', insertAt(fn.parameters.pos, isTyped ? 'request: Request' : 'request'));
  if (ts.isIdentifier(first.name)) return by(isEvent ? `${first.name.text}.request` : first.name.text);
  if (!isEvent || !ts.isObjectBindingPattern(first.name)) return undefined;
  const { elements } = first.name;
  const existing = elements.find((element) => (element.propertyName ?? element.name).getText() === 'request');
  if (existing) return ts.isIdentifier(existing.name) ? by(existing.name.text) : undefined;
  const last = elements[elements.length - 1];
  return last && !last.dotDotDotToken ? by('request', insertAt(last.end, ', request')) : undefined;
}

/** The check as the first middleware of an application. */
function appFix(context: FileContext, app: ts.Node): readonly Fix[] {
  const declaration = app.parent;
  const statement = statementOf(app);
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name) || !statement) return [];
  const name = declaration.name.text;
  const safe = (method: string): string => `['GET', 'HEAD', 'OPTIONS'].includes(${method})`;
  const origin = (request: string): string =>
    `verifyRequestOrigin(${request}.headers.origin ?? '', [${request}.headers.host ?? ''])`;
  const { module, names, code } = context.frameworks.has(context.path, 'hono')
    ? { module: 'hono/csrf', names: ['csrf'], code: `${name}.use(csrf());` }
    : context.frameworks.has(context.path, 'express')
      ? {
          module: 'lucia',
          names: ['verifyRequestOrigin'],
          code: [
            `${name}.use((req, res, next) => {`,
            `  if (${safe('req.method')} || ${origin('req')}) {`,
            '    next();',
            '    return;',
            '  }',
            '  res.status(403).end();',
            '});',
          ].join('\n'),
        }
      : context.frameworks.has(context.path, 'fastify')
        ? {
            module: 'lucia',
            names: ['verifyRequestOrigin'],
            code: [
              `${name}.addHook('preHandler', async (request, reply) => {`,
              `  if (${safe('request.method')}) return;`,
              `  if (!${origin('request')}) return reply.code(403).send();`,
              '});',
            ].join('\n'),
          }
        : { module: '', names: [], code: '' };
  if (!code) return [];
  return [
    {
      title: 'Check the Origin of all requests that change state',
      kind: 'suggested',
      edits: () =>
        inFile(context.file, insertAfter(context.file, statement, code), addImports(context.file, module, names)),
    },
  ];
}

/** Frameworks without a check of their own, in which each file is a route. */
function needsCheck(context: FileContext, entry: EntryPoint): boolean {
  if (entry.kind !== 'route' && entry.kind !== 'action') return false;
  if (entry.methods && entry.methods.every((method) => /^(?:GET|HEAD|OPTIONS)$/.test(method))) return false;
  switch (entry.framework) {
    case 'next':
      return entry.kind === 'route';
    case 'nuxt':
    case 'solidstart':
    case 'remix':
      return true;
    case 'astro':
      return (
        entry.kind === 'route' &&
        (context.frameworks.major(context.path, 'astro') ?? 5) < 5 &&
        !/checkOrigin\s*:\s*true/.test(astroConfig(context))
      );
    default:
      return false;
  }
}

function astroConfig(context: FileContext): string {
  const dir = context.project.packageOf(context.path)?.dir ?? '';
  return ['astro.config.mjs', 'astro.config.ts', 'astro.config.js']
    .map((name) => context.project.text(`${dir}/${name}`) ?? '')
    .join('\n');
}

/** Signs in or out, or acts for the cookie's user. */
function changesState(context: FileContext, entry: EntryPoint): boolean {
  const sites = context.ops.sites(entry.fn);
  // Pages Router handlers serve every method; one that only reads needs no check.
  const acts = sites.some(
    ({ op }) =>
      (op.kind === 'lucia' && (op.method === 'createSession' || op.method.startsWith('invalidate'))) ||
      (op.kind === 'database' && op.verb !== 'read'),
  );
  if (!acts) return false;
  if (sites.some(({ op }) => op.kind === 'exchange' || (op.kind === 'lucia' && op.method === 'readBearerToken')))
    return false;
  // A wrapper around the handler may look at the session for it.
  const around = entry.around ? context.ops.sites(entry.around) : [];
  const isByCookie = [...sites, ...around].some(
    ({ op }) => (op.kind === 'lucia' && op.method !== 'readBearerToken') || (op.kind === 'cookie' && op.lucia),
  );
  if (around.some(({ op }) => op.kind === 'lucia' && op.method === 'readBearerToken')) return false;
  return (isByCookie && !isByHeader(context, entry.fn)) || readsSession(context, entry) || asksUnseen(context, entry);
}

/** Asks a helper out of sight who is signed in, and nothing says that a header would tell it. */
function asksUnseen(context: FileContext, entry: EntryPoint): boolean {
  if (/authorization|bearer/i.test(context.file.text)) return false;
  return context.ops.callsIn(entry.fn.file, entry.fn.node).some((node) => {
    if (!ts.isCallExpression(node) || !/user|session|auth/i.test(calleeName(node) ?? '')) return false;
    const isAwaited = ts.isAwaitExpression(wrapped(node, false).parent);
    return isAwaited && isUnknownHelper(context, { ...entry.fn, node });
  });
}

interface ProcedureHandler {
  /** The call that makes or is the handler: `fetchRequestHandler({ router, createContext, … })`. */
  readonly call: ts.CallExpression;
  readonly entry?: EntryPoint;
  readonly route: string;
}

const ADAPTER = /^@trpc\/server\/adapters\/|(?:^|\/)trpc-(?:to-)?openapi$/;

/** A route that hands its requests to the mutations of a tRPC router, which know their user by the cookie. */
function procedureHandlerOf(context: FileContext): ProcedureHandler | undefined {
  for (const call of context.file.calls) {
    if (!ts.isCallExpression(call) || !/handler$/i.test(calleeName(call) ?? '')) continue;
    const options = call.arguments[0];
    if (
      !options ||
      !context.values
        .roots(context.ref(call.expression))
        .some((value) => !!value.external && ADAPTER.test(value.external.module))
    )
      continue;
    const entry = context.entryPoints.find(
      (known) => needsCheck(context, known) && (isInside(call, known.fn.node) || callsIt(context, known, call)),
    );
    // What an adapter makes can be the handler itself: then no function of the project is.
    const route = entry ? entry.route : handlerItself(context, call);
    if (route === undefined) continue;
    if (entry && checksOrigin(context, entry.fn as FunctionRef)) continue;
    const makers = context.values
      .roots(context.ref(options), ['createContext'])
      .flatMap((value) => context.values.functions(value.ref));
    const files = routerFiles(context);
    const owners = [...makers, ...(entry ? [entry.fn] : []), ...procedureMiddleware(context, files)];
    const isByCookie = owners.some(
      (fn) =>
        context.ops
          .sites(fn)
          .some(
            ({ op }) => (op.kind === 'lucia' && op.method !== 'readBearerToken') || (op.kind === 'cookie' && op.lucia),
          ) && !isByHeader(context, fn),
    );
    if (isByCookie && files.some(({ text }) => /\.mutation\s*\(/.test(text)))
      return { call, route, ...(entry ? { entry } : {}) };
  }
  return undefined;
}

/** Whether a function knows its user by the Authorization header alone, which no form can send. */
function isByHeader(context: FileContext, fn: Owner): boolean {
  const validated = context.ops
    .sites(fn)
    .flatMap(({ op }) => (op.kind === 'lucia' && op.method === 'validateSession' ? [op] : []));
  if (!validated.length || /cookie/i.test(fn.node.getText())) return false;
  let reads = false;
  walk(fn.node, (node) => {
    if (ts.isStringLiteralLike(node)) reads ||= /^authorization$/i.test(node.text);
    else if (ts.isPropertyAccessExpression(node)) reads ||= node.name.text === 'authorization';
    return !reads;
  });
  return reads && !context.ops.sites(fn).some(({ op }) => op.kind === 'lucia' && op.method === 'readSessionCookie');
}

/** A handler whose only work is a function of the same file that makes the call. */
function callsIt(context: FileContext, entry: EntryPoint, call: ts.CallExpression): boolean {
  const maker = enclosingFunction(call);
  return (
    !!maker &&
    context.ops
      .callsIn(entry.fn.file, entry.fn.node as FunctionNode)
      .some(
        (other) =>
          ts.isCallExpression(other) &&
          context.values.targets({ ...entry.fn, node: other }).some(({ node }) => node === maker),
      )
  );
}

/** The path of the file, when what a call gives back is exported as the handler of requests that change state. */
function handlerItself(context: FileContext, call: ts.CallExpression): string | undefined {
  if (!context.frameworks.has(context.path, 'next')) return undefined;
  const dir = context.project.packageOf(context.path)?.dir ?? '';
  const route = context.path.startsWith(`${dir}/`) ? context.path.slice(dir.length) : context.path;
  const names = /^\/(?:src\/)?pages\/api\//.test(route)
    ? ['default']
    : /^\/(?:src\/)?app\/.*\/?route\.[cm]?[jt]sx?$/.test(route)
      ? ['POST', 'PUT', 'PATCH', 'DELETE']
      : [];
  return names.some((name) => {
    const exported = context.file.exports.get(name);
    return (
      exported?.kind === 'local' &&
      context.values.roots(context.ref(exported.node)).some((value) => unwrap(value.ref.node) === call)
    );
  })
    ? route
    : undefined;
}

const MAX_ROUTER_FILES = 120;

/** The files that a handler's router or an application is put together from. */
function routerFiles(context: FileContext): readonly FileModel[] {
  const files = new Set<FileModel>([context.file]);
  for (const file of files) {
    for (const specifier of file.specifiers) {
      const imported = files.size < MAX_ROUTER_FILES ? context.project.imported(file, specifier) : undefined;
      if (imported) files.add(imported);
    }
  }
  return [...files];
}

/** What procedures are built with: `t.procedure.use(async ({ next }) => …)`. */
function procedureMiddleware(context: FileContext, files: readonly FileModel[]): readonly FunctionRef[] {
  return files.flatMap((file) =>
    /\bprocedure\b/i.test(file.text)
      ? file.calls
          .filter((call) => ts.isCallExpression(call) && /^(?:use|middleware)$/.test(calleeName(call) ?? ''))
          .flatMap((call) => argumentsOf(call))
          .flatMap((argument) => context.values.functions({ node: argument, file }))
      : [],
  );
}

/** Takes the user from where a middleware has put him by the cookie: `event.context.user`, `const { user } = event.context`. */
function readsSession(context: FileContext, entry: EntryPoint): boolean {
  let reads = false;
  walk(entry.fn.node, (node) => {
    if (reads || ts.isTypeNode(node)) return false;
    if (ts.isPropertyAccessExpression(node) && /^(?:user|session)$/.test(node.name.text))
      reads = !!context.roles.sessionPart(context.ref(node));
    else if (
      ts.isBindingElement(node) &&
      ts.isIdentifier(node.name) &&
      /^(?:user|session)$/.test((node.propertyName ?? node.name).getText())
    )
      reads = !!context.roles.sessionPart(context.ref(node.name));
    return !reads;
  });
  return reads;
}

/** `csrf: { checkOrigin: false }` in the settings of SvelteKit, or the same of Astro's security. */
function switchedOff(context: FileContext): ts.Node | undefined {
  const name = /(?:^|\/)(svelte|astro)\.config\.[cm]?[jt]s$/.exec(context.path)?.[1];
  if (!name) return undefined;
  let found: ts.Node | undefined;
  walk(context.file.sourceFile, (node) => {
    if (found) return false;
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== (name === 'svelte' ? 'csrf' : 'security'))
      return true;
    const value = unwrap(node.initializer);
    if (!ts.isObjectLiteralExpression(value)) return true;
    const check = propertyOf(value, 'checkOrigin');
    const trusted = propertyOf(value, 'trustedOrigins');
    const list = trusted && unwrap(trusted);
    const isOpen =
      !!list && ts.isArrayLiteralExpression(list) && list.elements.some((element) => stringValue(element) === '*');
    if (name === 'svelte' && isOpen) found = trusted.parent;
    else if (check?.kind === ts.SyntaxKind.FalseKeyword) found = check.parent;
    return !found;
  });
  return found;
}

/** `express()`, `new Hono()`, `fastify()`: where the application is made and requests are served from. */
function applicationOf(context: FileContext): ts.Node | undefined {
  let found: ts.Node | undefined;
  for (const call of context.file.calls) {
    if (ts.isTaggedTemplateExpression(call)) continue;
    for (const value of context.values.roots(context.ref(call.expression))) {
      if (!value.external) continue;
      const { module, name } = value.external;
      if (module === '@nestjs/core' && name === 'NestFactory' && value.path[0] === 'create' && serves(context.file))
        found ??= call;
      if (value.path.length) continue;
      const isApp =
        (module === 'express' && (name === 'default' || name === '*')) ||
        ((module === 'fastify' || module === '@fastify/fastify') &&
          (name === 'default' || name === 'fastify' || name === 'Fastify')) ||
        (module === 'hono' && name === 'Hono' && ts.isNewExpression(call)) ||
        (module === 'elysia' && name === 'Elysia' && ts.isNewExpression(call)) ||
        (module === '@hono/zod-openapi' && name === 'OpenAPIHono' && ts.isNewExpression(call));
      const isFetched = /^(?:Hono|OpenAPIHono|Elysia)$/.test(name) && isDefaultExport(context, call);
      if (isApp && (isFetched || serves(context.file) || isServedElsewhere(context, call))) found ??= call;
    }
  }
  return found;
}

interface Change {
  /** `post` of `app.post('/notes', (req, res) => …)` */
  readonly name: ts.Node;
  readonly route: string | undefined;
  readonly handler: FunctionRef;
}

/** The handlers of the application's own file that change something, as they stand there. */
function changesOn(context: FileContext, app: ts.Node): readonly Change[] {
  const changes: Change[] = [];
  for (const call of context.file.calls) {
    const callee = ts.isCallExpression(call) ? unwrap(call.expression) : undefined;
    if (!callee || !ts.isPropertyAccessExpression(callee) || !/^(?:post|put|patch|delete)$/.test(callee.name.text))
      continue;
    const start = chainStart(callee.expression);
    if (start !== app && !standsFor(context, start, app)) continue;
    const parts = argumentsOf(call as ts.CallExpression);
    const [handler] = parts
      .flatMap((part) => context.values.functions(context.ref(part)))
      .filter(({ file }) => file === context.file)
      .reverse();
    if (handler) changes.push({ name: callee.name, route: stringValue(parts[0]), handler });
  }
  return changes.sort((a, b) => a.name.pos - b.name.pos);
}

/**
 * Where an application is given what reads its sessions, else where it lets all sites send cookies, else procedures,
 * else where it lets some sites do that, else what reads the sessions of a part of it, else answers to other origins,
 * else routes.
 */
function firstGiven(context: FileContext, app: ts.Node): ts.Node | undefined {
  const given: { name: ts.Node; rank: number }[] = [];
  for (const call of context.file.calls) {
    const callee = ts.isCallExpression(call) ? unwrap(call.expression) : undefined;
    if (!callee || !ts.isPropertyAccessExpression(callee) || !GIVES.test(callee.name.text)) continue;
    const start = chainStart(callee.expression);
    if (start !== app && !standsFor(context, start, app)) continue;
    const name = start === app ? callee.name : firstLink(callee);
    const parts = argumentsOf(call as ts.CallExpression).map((part) => context.ref(part));
    const handlers = parts.flatMap((part) => handlersOf(context, part));
    const address = stringValue(parts[0]?.node);
    const isRouter = /^(?:route|mount)$/.test(callee.name.text) || (address !== undefined && !/^\/?\*$/.test(address));
    const isCors = makesUseOf(context, parts, handlers, CORS);
    const cors = isCors ? parts.map((part) => cookiesOf(context, part)) : [];
    if (handlers.some((fn) => validates(context, fn))) given.push({ name, rank: isRouter ? 4 : 0 });
    else if (cors.includes('all')) given.push({ name, rank: 1 });
    else if (makesUseOf(context, parts, handlers, /trpc/)) given.push({ name, rank: 2 });
    else if (cors.includes('some')) given.push({ name, rank: 3 });
    else if (isCors) given.push({ name, rank: 5 });
    else if (isRouter) given.push({ name, rank: 6 });
  }
  return given.sort((a, b) => a.rank - b.rank || a.name.pos - b.name.pos)[0]?.name;
}

/**
 * Of which other sites `cors({ origin, credentials: true })` lets cookies in; the options may also stand by themselves:
 * `register(cors, options)`.
 */
function cookiesOf(context: FileContext, part: Ref): 'all' | 'some' | undefined {
  for (const { ref, path } of context.values.roots(part)) {
    const options = ts.isCallExpression(ref.node) ? ref.node.arguments[0] : ref.node;
    if (path.length || !options) continue;
    const at = (key: string): readonly Ref[] =>
      context.values
        .roots({ ...ref, node: options }, [key])
        .flatMap((value) => (value.path.length || value.external ? [] : [value.ref]));
    if (!at('credentials').some(({ node }) => node.kind === ts.SyntaxKind.TrueKeyword)) continue;
    return at('origin').some(({ node }) => node.kind === ts.SyntaxKind.TrueKeyword || givesBack(node)) ? 'all' : 'some';
  }
  return undefined;
}

/** `(origin) => origin` */
function givesBack(node: ts.Node): boolean {
  const name = isFunctionNode(node) ? node.parameters[0]?.name : undefined;
  return !!name && ts.isArrowFunction(node) && !ts.isBlock(node.body) && unwrap(node.body).getText() === name.getText();
}

/** `app.use(json()).use('/trpc', procedures)`: what a statement gives an application is seen at its first line. */
function firstLink(callee: ts.PropertyAccessExpression): ts.Node {
  let link = callee;
  for (let inner = unwrap(link.expression); ts.isCallExpression(inner); inner = unwrap(link.expression)) {
    const before = unwrap(inner.expression);
    if (!ts.isPropertyAccessExpression(before)) break;
    link = before;
  }
  return link.name;
}

const GIVES = /^(?:use|addHook|register|route|mount|onRequest|onBeforeHandle|derive|resolve|all)$/;

/** What a middleware runs: the function, or the one that a call of an own function gives back. */
function handlersOf(context: FileContext, part: Ref): readonly FunctionRef[] {
  const own = context.values.functions(part);
  return own.length ? own : context.values.deepRoots(part).flatMap(({ ref }) => context.values.functions(ref));
}

function validates(context: FileContext, fn: Owner): boolean {
  return context.ops.sites(fn).some(({ op }) => op.kind === 'lucia' && op.method === 'validateSession');
}

const CORS = /^(?:cors|hono\/cors|@fastify\/cors|@elysiajs\/cors)$/;

/** Whether what a middleware is, or what it calls, is of a package. */
function makesUseOf(
  context: FileContext,
  parts: readonly Ref[],
  handlers: readonly FunctionRef[],
  module: RegExp,
): boolean {
  const calls = handlers.flatMap((fn) => context.ops.callsIn(fn.file, fn.node).map((node): Ref => ({ ...fn, node })));
  return [...parts, ...calls].some((part) => comesFrom(context, part, module));
}

/** Whether something is of a package, or what a call of the package's gives. */
function comesFrom(context: FileContext, part: Ref, module: RegExp): boolean {
  return context.values.roots(part).some(({ ref, external }) => {
    if (external) return module.test(external.module);
    const made = ref.node;
    return (
      ts.isCallExpression(made) &&
      context.values
        .roots({ ...ref, node: made.expression })
        .some((callee) => module.test(callee.external?.module ?? ''))
    );
  });
}

function standsFor(context: FileContext, node: ts.Node, app: ts.Node): boolean {
  return context.values.roots(context.ref(node)).some(({ ref, path }) => !path.length && chainStart(ref.node) === app);
}

/** What workers and Bun ask by its `fetch`: `export default api`. */
function isDefaultExport(context: FileContext, app: ts.Node): boolean {
  const exported = context.file.exports.get('default');
  return exported?.kind === 'local' && standsFor(context, exported.node, app);
}

/** An exported application that no file of the project takes: what serves it is not here. */
function unmountedApplication(context: FileContext): ts.Node | undefined {
  if (!originChecks(context).limited.some(({ file }) => file === context.file)) return undefined;
  const app = context.file.calls.find(
    (call) =>
      ts.isNewExpression(call) &&
      context.values.callees(context.ref(call)).some(({ external }) => external?.module === 'hono'),
  );
  if (!app || !exportNamesOf(context.file, app).length) return undefined;
  const isTaken = context.project.filesNear(context.path).some((path) => {
    const other = path === context.path ? undefined : context.project.model(path);
    return !!other && [...other.specifiers].some((from) => context.project.imported(other, from) === context.file);
  });
  return isTaken ? undefined : app;
}

/** A router of the same class in another file is not the application. */
function serves(file: Pick<FileModel, 'text'>): boolean {
  return /\.listen\(|\bserve\(|export default (?:app|server)\b|export default \{|Bun\.serve|Deno\.serve|handle\(|\.fire\(|createServer\(/.test(
    file.text,
  );
}

const SERVES = /^(?:listen|serve|createServer|handle|toNodeHandler|createAdaptorServer)$/;

/** Whether another file starts the application: `serve({ fetch: app.fetch })`, `(await build()).listen(80)`. */
function isServedElsewhere(context: FileContext, app: ts.Node): boolean {
  return context.project.filesNear(context.path).some((path) => {
    if (path === context.path || context.frameworks.isAuxiliary(path)) return false;
    const file = serves({ text: context.project.text(path) ?? '' }) ? context.project.model(path) : undefined;
    if (!file) return false;
    const isApp = (node: ts.Node): boolean => {
      const inner = unwrap(node);
      const member = memberOf(inner);
      const object = member && /^(?:fetch|request|callback)$/.test(member.name) ? member.object : inner;
      return context.values
        .deepRoots({ node: object, file })
        .some(({ ref, path: steps }) => !steps.length && ref.node === app);
    };
    return file.calls.some((call) => {
      if (!ts.isCallExpression(call) || !SERVES.test(calleeName(call) ?? '')) return false;
      const member = memberOf(unwrap(call.expression));
      return [...call.arguments, ...(member ? [member.object] : [])].some((part) => {
        const inner = unwrap(part);
        const fetch = ts.isObjectLiteralExpression(inner) ? propertyOf(inner, 'fetch') : undefined;
        return isApp(fetch ?? part);
      });
    });
  });
}

/** What another file mounts is part of the application there, however it is exported here. */
function isMounted(context: FileContext, app: ts.Node): boolean {
  return mountsOf(context, app).some(({ file }) => file.path !== context.path);
}

const HANDLES_COOKIES = /set-?cookie|\bcookies?\s*[.([]|\.cookies?\b|serialize\(/i;

/** Whether all routes of the application that are seen serve GET alone. */
function onlyReads(context: FileContext): boolean {
  const dir = context.project.packageOf(context.path)?.dir ?? '';
  // A function with a handler's parameters that handlers call.
  const isStep = ({ methods, fn }: EntryPoint): boolean =>
    !methods && isFunctionNode(fn.node) && context.roles.callersOf({ node: fn.node, file: fn.file }).length > 0;
  const routes = [...filesOf(context, dir)].flatMap((path) => {
    const file = !context.frameworks.isAuxiliary(path) && context.project.model(path);
    return file
      ? context.frameworks
          .entryPoints(file)
          .filter(({ kind }) => kind === 'route' || kind === 'procedure' || kind === 'action')
          .filter((entry) => !isStep(entry))
      : [];
  });
  return (
    routes.length > 0 &&
    routes.every((entry) => entry.methods?.every((method) => /^(?:GET|HEAD|OPTIONS)$/i.test(method)) === true)
  );
}

/** The files of an application's package, and those of others that it is put together from. */
function filesOf(context: FileContext, dir: string): ReadonlySet<string> {
  const own = context.project.filesNear(context.path).filter((path) => path.startsWith(`${dir}/`));
  return new Set([...own, ...routerFiles(context).map(({ path }) => path)]);
}

function usesCookies(context: FileContext): boolean {
  const dir = context.project.packageOf(context.path)?.dir ?? '';
  const key = `cookieSessions\0${context.project.modules.projectRootOf(context.path)}\0${dir}`;
  const known = context.project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const texts = [...filesOf(context, dir)].map((path) => context.project.text(path) ?? '');
  const own = context.project.hasOwnSessions(context.path);
  const uses =
    texts.some((text) => /sessionCookieName|readSessionCookie|auth_session/.test(text)) ||
    // A cookie that is made and goes nowhere is none.
    (texts.some((text) => /createSessionCookie/.test(text)) && texts.some((text) => HANDLES_COOKIES.test(text))) ||
    (own && texts.some((text) => /setCookie|\.cookie\(|cookies\.set|sameSite/.test(text)));
  context.project.projectMemo.set(key, uses);
  return uses;
}

/** A server in one file, beside the application, that has nothing to do with its sessions. */
function standsAlone({ file, project }: FileContext): boolean {
  return (
    !/session|cookie|lucia|readdir|autoload|import\(\s*(?:[^'"\s]|['"](?:[.~#]|@\/))/i.test(file.text) &&
    ![...file.specifiers].some((from) => /^(?:[.~#]|@\/)/.test(from) || project.imported(file, from))
  );
}

interface Checks {
  /** Some code checks, and nothing says for which addresses. */
  readonly everywhere: boolean;
  /** What an application uses of a library for some paths only: `app.use('/forms/*', csrf())`. */
  readonly limited: readonly Ref<ts.CallExpression>[];
  /** Middlewares of Next that check, by the addresses that they run for. */
  readonly matchers: readonly ((url: string) => boolean)[];
}

/** Whether any code of the application verifies the origin of requests to a route, or a CSRF library is in use. */
function checksSomewhere(context: FileContext, route?: string): boolean {
  const { everywhere, limited, matchers } = originChecks(context);
  const url = route !== undefined && context.frameworks.has(context.path, 'next') ? urlOf(route) : undefined;
  return everywhere || limited.length > 0 || matchers.some((covers) => url === undefined || covers(url));
}

/** One of these is in every file that checks where a request comes from. */
const CHECK_WORDS = [
  'origin',
  'Origin',
  'ORIGIN',
  'csrf',
  'Csrf',
  'CSRF',
  'xsrf',
  'XSRF',
  'sec-fetch-site',
  'Sec-Fetch-Site',
  'referer',
];

function originChecks(context: FileContext): Checks {
  const root = context.project.packageOf(context.path)?.dir ?? context.project.modules.projectRootOf(context.path);
  const key = `originCheck\0${root}`;
  const known = context.project.projectMemo.get(key) as Checks | undefined;
  if (known !== undefined) return known;
  let everywhere = checksByItself(context);
  const matchers: ((url: string) => boolean)[] = [];
  const limited: Ref<ts.CallExpression>[] = [];
  const paths = new Set([...context.project.filesNear(context.path), context.path]);
  for (const path of paths) {
    if (everywhere) break;
    if (!CHECK_WORDS.some((word) => context.project.mentions(path, word))) continue;
    const file = context.project.model(path);
    if (!file) continue;
    const uses = memoized(file, file.sourceFile, 'csrfLibrary', () => libraryUses(context, file)).map((call) =>
      limitedUse(call),
    );
    if (uses.some((use) => !use)) {
      everywhere = true;
      break;
    }
    limited.push(...uses.flatMap((use) => (use ? [{ node: use, file }] : [])));
    if (!file.functions.some((node) => checksOrigin(context, { node, file }))) continue;
    const inUse = context.frameworks
      .entryPoints(file)
      .filter(
        (entry) =>
          entry.kind === 'middleware' &&
          !ts.isSourceFile(entry.fn.node) &&
          checksOrigin(context, entry.fn as FunctionRef) &&
          isInUse(context, entry.fn as FunctionRef),
      );
    const isChecked = inUse.length > 0 || plainFunctions(context, file);
    const covers = isChecked ? matcherOf(context, file) : undefined;
    if (covers) matchers.push(covers);
    else if (isChecked) everywhere = true;
  }
  const found: Checks = { everywhere, limited, matchers };
  context.project.projectMemo.set(key, found);
  return found;
}

/** Before version 3 Lucia reads no session of a request from elsewhere, unless it is told to. */
function checksByItself(context: FileContext): boolean {
  if (!context.project.isLegacyLucia(context.path)) return false;
  const texts = context.project.filesNear(context.path).map((path) => context.project.text(path) ?? '');
  return (
    texts.some((text) => /\bhandleRequest\s*\(|\bhandleHooks\s*\(/.test(text)) &&
    !texts.some((text) => /\bcsrfProtection\s*:\s*false\b/.test(text))
  );
}

/** An own middleware that is registered in another file under its name. */
function plainFunctions(context: FileContext, file: FileModel): boolean {
  return file.functions.some(
    (fn) =>
      fn.parameters.length > 0 &&
      checksOrigin(context, { node: fn, file }) &&
      !isRouteHandler(context, file, fn) &&
      isInUse(context, { node: fn, file }),
  );
}

/** Whether anything names a function that stands in a variable or declaration of its file: one that nothing names never runs. */
function isInUse(context: FileContext, { node, file }: FunctionRef): boolean {
  // What a call makes of a function runs by other names.
  const isPlain = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(wrapped(node).parent);
  const name = isPlain ? nameOfFunction(node) : undefined;
  const binding = name && file.bindings.get(name);
  const isOnNext = isNextAlone(context) && !isRunByNext(context, file);
  if (!name || !binding || (!isOnServer(context) && !isOnNext)) return true;
  if (binding.uses.some((use) => use !== name && !isInside(use, node) && !isReexport(use))) return true;
  const exported = exportNamesOf(file, node);
  if (!exported.length) return false;
  const paths = context.project.filesNear(context.path);
  // Next finds its middleware in one place; elsewhere a file does nothing until it is imported.
  if (isOnNext && paths.includes(file.path))
    return paths.some((path) => {
      const other = path === file.path ? undefined : context.project.model(path);
      return !!other && [...other.specifiers].some((from) => context.project.imported(other, from) === file);
    });
  if (exported.some((known) => known === 'default')) return true;
  return (
    !paths.includes(file.path) ||
    paths.some((path) => path !== file.path && exported.some((known) => context.project.mentions(path, known)))
  );
}

/** Frameworks that run a middleware only when it is given to them; others find it by its place. */
function isOnServer(context: FileContext): boolean {
  return (
    ['express', 'hono', 'fastify', 'elysia'].some((name) =>
      context.frameworks.has(context.path, name as FrameworkName),
    ) &&
    !['next', 'nuxt', 'sveltekit', 'astro', 'solidstart', 'remix', 'nestjs'].some((name) =>
      context.frameworks.has(context.path, name as FrameworkName),
    )
  );
}

function isNextAlone(context: FileContext): boolean {
  const names = context.frameworks.of(context.path).map(({ name }) => name);
  return names.includes('next') && names.every((name) => ['next', 'trpc', 'graphql'].includes(name));
}

function isReexport(use: ts.Node): boolean {
  return ts.isExportSpecifier(use.parent) || ts.isExportAssignment(use.parent);
}

function isRouteHandler(context: FileContext, file: FileModel, fn: ts.Node): boolean {
  return context.frameworks.entryPoints(file).some((entry) => entry.fn.node === fn && entry.kind !== 'middleware');
}

/** Which addresses Next runs the middleware in a file for; undefined when nothing says so. */
function matcherOf(context: FileContext, file: FileModel): ((url: string) => boolean) | undefined {
  const config = file.exports.get('config');
  if (config?.kind !== 'local' || !context.frameworks.has(file.path, 'next') || !isRunByNext(context, file))
    return undefined;
  const patterns = context.values
    .roots({ node: config.node, file }, ['matcher'])
    .flatMap((value) => {
      const node = unwrap(value.ref.node);
      return ts.isArrayLiteralExpression(node) ? [...node.elements] : [node];
    })
    .map((node) => {
      const element = unwrap(node);
      return stringValue(ts.isObjectLiteralExpression(element) ? propertyOf(element, 'source') : element);
    })
    .map((source) => (source === undefined ? undefined : patternOf(source)));
  if (!patterns.length || patterns.some((pattern) => !pattern)) return undefined;
  return (url) => patterns.some((pattern) => pattern!.test(url));
}

function isRunByNext(context: FileContext, file: FileModel): boolean {
  return context.frameworks
    .entryPoints(file)
    .some(({ kind, framework }) => kind === 'middleware' && framework === 'next');
}

/** The expression that a matcher of Next stands for: `/team/:path*`, `/((?!api|static).*)`. */
function patternOf(source: string): RegExp | undefined {
  const segment = /\/:\w+(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))?([*+?])?/g;
  const text = source.replace(segment, (_, own: string | undefined, repeat: string | undefined) => {
    const part = `(?:/${own ?? '[^/]+'})`;
    return `${part}${repeat ?? ''}`;
  });
  try {
    return new RegExp(`^${text}/?$`);
  } catch {
    return undefined;
  }
}

/** The address that a route of Next is reached by, from the path of its file. */
function urlOf(route: string): string {
  const url = route
    .replace(/^\/(?:src\/)?(?:app|pages)(?=\/)/, '')
    .replace(/\/(?:route|index)\.\w+$|\.\w+$/, '')
    .replace(/\/\([^/]*\)(?=\/|$)/g, '')
    .replace(/\[[^/]*\]/g, 'x');
  return url || '/';
}

/** `app.use('/forms/*', csrf())` around a use of a library, when it is for some paths only. */
function limitedUse(call: CallLike): ts.CallExpression | undefined {
  const isUse = (node: ts.Node): node is ts.CallExpression =>
    ts.isCallExpression(node) && calleeName(node) === 'use' && node.arguments.length > 1;
  const use = isUse(call) ? call : isUse(call.parent) && call.parent.expression !== call ? call.parent : undefined;
  return use && /^\/[^*:]/.test(stringValue(use.arguments[0]) ?? '') ? use : undefined;
}

/** The first handler of the application that acts for its sessions on a path that no library is used for. */
function firstLeftOut(context: FileContext, app: ts.Node): ts.Node | undefined {
  const { everywhere, limited, matchers } = originChecks(context);
  if (everywhere || !limited.length || matchers.length || limited.some(({ file }) => file !== context.file))
    return undefined;
  return changesOn(context, app).find(({ route, handler }) => {
    if (route === undefined || limited.some(({ node }) => runsFor(node, route)) || checksOrigin(context, handler))
      return false;
    return context.ops
      .sites(handler)
      .some(({ op }) => op.kind === 'lucia' && /^(?:create|invalidate|validate|read)Session/.test(op.method));
  })?.name;
}

function libraryUses(context: FileContext, file: FileModel): readonly CallLike[] {
  return file.calls.filter((call) => {
    if (ts.isTaggedTemplateExpression(call)) return false;
    if (refusesOrigins(context, { node: call, file })) return true;
    const name = calleeName(call) ?? '';
    if (!/csrf|csurf|doubleCsrf|lusca|xsrf/i.test(name) && !/csrf|csurf/i.test(call.getText().slice(0, 200)))
      return false;
    return (
      context.values
        .roots({ node: call.expression, file })
        .some((value) => !!value.external && /csrf|csurf|lusca/i.test(value.external.module)) ||
      call.arguments?.some((argument) =>
        context.values
          .roots({ node: argument, file })
          .some((value) => !!value.external && /csrf/i.test(value.external.module)),
      ) === true
    );
  });
}

/**
 * `cors({ origin: (origin, done) => … done(new Error('…')) })`: the error ends the request. Without it cors() only leaves
 * headers out, which stops no form.
 */
function refusesOrigins(context: FileContext, { node, file }: Ref<ts.CallExpression | ts.NewExpression>): boolean {
  const args = node.arguments ?? [];
  const isCors = [node.expression, ...args].some((part) =>
    context.values
      .roots({ node: part, file })
      .some(({ external }) => /^(?:@fastify\/)?cors$/.test(external?.module ?? '')),
  );
  if (!isCors) return false;
  return args.some((argument) =>
    context.values.roots({ node: argument, file }, ['origin']).some(({ ref: { node: fn }, path }) => {
      const done = !path.length && isFunctionNode(fn) ? fn.parameters[1]?.name : undefined;
      if (!done || !isFunctionNode(fn) || !fn.body) return false;
      let refuses = false;
      walk(fn.body, (inner) => {
        if (ts.isCallExpression(inner) && unwrap(inner.expression).getText() === done.getText())
          refuses ||= !!inner.arguments[0] && ts.isNewExpression(unwrap(inner.arguments[0]));
        return !refuses;
      });
      return refuses;
    }),
  );
}

/** Whether a function verifies Origin, Referer or Sec-Fetch-Site (or a double-submitted token) and leaves when that fails. */
function checksOrigin(context: FileContext, fn: FunctionRef): boolean {
  return fn.env
    ? computeChecksOrigin(context, fn)
    : memoized(fn.file, fn.node, 'checksOrigin', () => computeChecksOrigin(context, fn));
}

function computeChecksOrigin(context: FileContext, fn: FunctionRef): boolean {
  const flow = context.conditions.flow(fn);
  const onward = context.ops
    .callsIn(fn.file, fn.node)
    .filter((call) => /^(?:next|resolve)$/.test(calleeName(call) ?? ''))
    .flatMap((call) => flow.at(call) ?? []);
  const waysFrom = (from: FlowNode): readonly FlowNode[] => [
    ...flow.exitsFrom(from).map(({ node }) => node),
    ...onward.filter((point) => flow.reaches(from, point)),
  ];
  return flow.branches.some(({ edge }) => {
    if (!edge.condition) return false;
    const ref: Ref<ts.Expression> = { ...fn, node: edge.condition.expression };
    if (!context.conditions.implied(ref, edge.condition.truth).some((fact) => isOriginTest(context, fact.ref)))
      return false;
    const ways = waysFrom(edge.to);
    const { condition } = edge;
    // Of verifyRequestOrigin() another finding says that its answer changes nothing.
    if (!onward.length || condition.expression.getText().includes('verifyRequestOrigin')) return ways.length > 0;
    // Whatever the answer, the request goes on: it only decides about headers, those of CORS for one.
    const others = flow.branches
      .filter(
        ({ edge: other }) =>
          other.condition?.expression === condition.expression && other.condition.truth !== condition.truth,
      )
      .flatMap(({ edge: other }) => waysFrom(other.to));
    return ways.some((way) => !others.includes(way)) || others.some((way) => !ways.includes(way));
  });
}

function isOriginTest(context: FileContext, ref: Ref<ts.Expression>): boolean {
  const node = unwrap(ref.node);
  if (ts.isCallExpression(node)) {
    if (calleeName(node) === 'verifyRequestOrigin') return true;
    const member = memberOf(unwrap(node.expression));
    const touched = [...node.arguments, ...(member ? [member.object] : [])];
    if (touched.some((part) => readsOriginHeader(context, { ...ref, node: part }))) return true;
    return context.values.targets(ref as Ref<ts.CallExpression>).some((target) => mentionsOrigin(target));
  }
  if (ts.isBinaryExpression(node))
    return [node.left, node.right].some((side) => readsOriginHeader(context, { ...ref, node: side }));
  return false;
}

const HEADER = /^(?:origin|referer|sec-fetch-site|x-csrf-token|x-xsrf-token|csrf-token|x-requested-with)$/i;

function readsOriginHeader(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some((value) => {
    if (HEADER.test(value.path[value.path.length - 1] ?? '')) return true;
    let found = false;
    walk(value.ref.node, (node) => {
      if (ts.isStringLiteralLike(node) && HEADER.test(node.text)) found = true;
      if (
        ts.isPropertyAccessExpression(node) &&
        HEADER.test(node.name.text) &&
        /header/i.test(node.expression.getText())
      )
        found = true;
      return !found && !ts.isFunctionLike(node);
    });
    return found;
  });
}

function mentionsOrigin(fn: FunctionRef): boolean {
  let found = false;
  walk(fn.node, (node) => {
    if (ts.isStringLiteralLike(node) && HEADER.test(node.text)) found = true;
    if (ts.isCallExpression(node) && calleeName(node) === 'verifyRequestOrigin') found = true;
    return !found;
  });
  return found;
}

interface Flaw {
  readonly node: ts.Node;
  readonly message: 'ineffective' | 'skipped' | 'query' | 'token' | 'development';
  readonly text?: string;
}

/** verifyRequestOrigin whose answer changes nothing or is never asked for, or a token check that both sides may leave out. */
function checkWithoutEffect(context: FileContext): Flaw | undefined {
  for (const call of context.file.calls) {
    if (!ts.isCallExpression(call) || calleeName(call) !== 'verifyRequestOrigin') continue;
    if (ts.isExpressionStatement(call.parent)) return { node: call, message: 'ineffective' };
    const node = enclosingFunction(call);
    if (!node) continue;
    const skipped = alwaysSkips(context, node);
    if (skipped) return { node: skipped, message: 'skipped' };
    if (isForDevelopment(context, node)) return { node: call, message: 'development' };
    const chosen = skipsByQuery(context, call);
    if (chosen) return { ...chosen, message: 'query' };
    const passed = goesOnAnyway(context, { node, file: context.file });
    if (passed) return { node: passed, message: 'ineffective' };
  }
  const token = tokenBothMissing(context);
  return token && { node: token, message: 'token' };
}

/** Outside of production, by what the code says of its environment. */
const DEVELOPMENT =
  /^[\w.]*\bNODE_ENV\s*(?:!==?\s*['"`]prod(?:uction)?['"`]|===?\s*['"`]dev(?:elopment)?['"`])$|^import\.meta\.env\.DEV$|^!import\.meta\.env\.PROD$/;

/** `!verifyRequestOrigin(…) && NODE_ENV !== 'production'`: where it matters, each check that a function makes fails nobody. */
function isForDevelopment(context: FileContext, fn: FunctionNode): boolean {
  const calls = context.file.calls.filter(
    (call) => calleeName(call) === 'verifyRequestOrigin' && enclosingFunction(call) === fn,
  );
  return calls.every((call) => {
    let node = wrapped(call);
    let isFailure = false;
    for (let { parent } = node; ; { parent } = node) {
      if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken)
        isFailure = !isFailure;
      else if (!ts.isParenthesizedExpression(parent)) {
        if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken)
          return false;
        const other = parent.left === node ? parent.right : parent.left;
        if (isFailure && conjuncts(other).some((part) => DEVELOPMENT.test(part.getText()))) return true;
      }
      node = parent;
    }
  });
}

function conjuncts(node: ts.Expression): readonly ts.Node[] {
  const inner = unwrap(node);
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(inner.left), ...conjuncts(inner.right)]
    : [inner];
}

/** The condition that the origin is wrong, when what follows runs all the same. */
function goesOnAnyway(context: FileContext, fn: FunctionRef): ts.Node | undefined {
  const flow = context.conditions.flow(fn);
  const calls = context.ops.callsIn(fn.file, fn.node);
  const onward = calls.filter(
    (call) =>
      /^(?:next|resolve)$/.test(calleeName(call) ?? '') &&
      !argumentsOf(call).some((part) => /err/i.test(part.getText())),
  );
  const passes = new Set(onward.flatMap((call) => flow.at(call) ?? []));
  for (const { edge } of flow.branches) {
    if (!edge.condition) continue;
    const ref: Ref<ts.Expression> = { ...fn, node: edge.condition.expression };
    const isWrong = context.conditions.implied(ref, edge.condition.truth).some(({ ref: fact, truth }) => {
      return !truth && isOriginVerdict(fact.node);
    });
    if (!isWrong) continue;
    const exits = flow.exitsFrom(edge.to, passes);
    if (onward.length) {
      if (!exits.length && !passes.has(edge.to)) return edge.condition.expression;
      continue;
    }
    const isMiddleware = context.entryPoints.some((entry) => entry.fn.node === fn.node && entry.kind === 'middleware');
    const ends = calls.some((call) => {
      const at = flow.at(call);
      return (
        /^(?:end|send|sendError|sendNoContent|sendRedirect|json|destroy|abort|error|redirect|respondWith)$/.test(
          calleeName(call) ?? '',
        ) &&
        !!at &&
        flow.reaches(edge.to, at)
      );
    });
    const isBare = exits.every(
      ({ kind, syntax }) => kind === 'end' || (kind === 'return' && ts.isReturnStatement(syntax) && !syntax.expression),
    );
    if (isMiddleware && exits.length && isBare && !ends) return edge.condition.expression;
  }
  return undefined;
}

/** verifyRequestOrigin(…), also as part of `origin && host && verifyRequestOrigin(…)`. */
function isOriginVerdict(node: ts.Node): boolean {
  const test = unwrap(node);
  if (ts.isBinaryExpression(test))
    return (
      test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
      (isOriginVerdict(test.left) || isOriginVerdict(test.right))
    );
  return ts.isCallExpression(test) && calleeName(test) === 'verifyRequestOrigin';
}

/** A way around the check that is always open: `NODE_ENV === 'development' || 'test'`, `x !== 'a' || x !== 'b'`. */
function alwaysSkips(context: FileContext, fn: FunctionNode): ts.Node | undefined {
  return context.file.ifs.find((statement) => {
    if (
      enclosingFunction(statement) !== fn ||
      !/\bnext\s*\(|\breturn\b|resolve\s*\(/.test(statement.thenStatement.getText())
    )
      return false;
    const parts: ts.Expression[] = [];
    const split = (node: ts.Expression): void => {
      const inner = unwrap(node);
      if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
        split(inner.left);
        split(inner.right);
      } else parts.push(inner as ts.Expression);
    };
    split(statement.expression);
    if (parts.length < 2 || parts.some((part) => part.getText().includes('verifyRequestOrigin'))) return false;
    if (parts.some((part) => ts.isStringLiteralLike(part) && part.text !== '')) return true;
    const unequal = parts.filter(
      (part): part is ts.BinaryExpression =>
        ts.isBinaryExpression(part) &&
        part.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken &&
        ts.isStringLiteralLike(unwrap(part.right)),
    );
    return unequal.some((one) =>
      unequal.some(
        (other) =>
          other !== one &&
          other.left.getText() === one.left.getText() &&
          stringValue(other.right) !== stringValue(one.right),
      ),
    );
  })?.expression;
}

/** `!req.url.includes('hook')` before the check: the address that a server sees has its query, which anybody may write. */
function skipsByQuery(
  context: FileContext,
  check: ts.CallExpression,
): { readonly node: ts.Node; readonly text: string } | undefined {
  for (const fact of context.conditions.known(context.ref(check))) {
    const test = unwrap(fact.ref.node);
    if (fact.truth || fact.ref.file !== context.file || !ts.isCallExpression(test)) continue;
    const text = stringValue(test.arguments[0]);
    const member = memberOf(unwrap(test.expression));
    if (!text || /[?#]/.test(text) || !member || !/^(?:includes|endsWith)$/.test(member.name)) continue;
    const isAddress = context.values
      .roots({ ...fact.ref, node: member.object })
      .some(({ path, external }) => !external && /^(?:url|originalUrl|href)$/.test(path[path.length - 1] ?? ''));
    if (isAddress) return { node: test, text };
  }
  return undefined;
}

/** A double-submit check that lets a request pass when neither cookie nor header is there: what a forged request looks like. */
function tokenBothMissing(context: FileContext): ts.Node | undefined {
  if (!/csrf/i.test(context.file.text)) return undefined;
  for (const statement of context.file.ifs) {
    const test = unwrap(statement.expression);
    if (!ts.isBinaryExpression(test) || test.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) continue;
    const parts = [test.left, test.right].map((part) => unwrap(part));
    if (
      !parts.every(
        (part): part is ts.PrefixUnaryExpression =>
          ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken,
      )
    )
      continue;
    const refs = parts.map((part) => context.ref(part.operand));
    const isCookie = refs.some((ref) => context.roles.readsCookie(ref));
    const isHeader = refs.some((ref) => readsOriginHeader(context, ref));
    const goesOn = /\bnext\s*\(|resolve\s*\(/.test(statement.thenStatement.getText());
    if (isCookie && isHeader && goesOn) return statement.expression;
  }
  return undefined;
}

/** The session cookie is sent on cross-site requests. */
function crossSite(context: FileContext): boolean {
  return context.roles.projectInstances(context.path).some((instance) => {
    const attributes = instance.options && propertyOf(instance.options.node, 'sessionCookie');
    return (
      !!attributes &&
      context.values
        .roots({ ...instance.options!, node: attributes }, ['attributes', 'sameSite'])
        .some((value) => stringValue(value.ref.node) === 'none')
    );
  });
}

function nameOf(entry: EntryPoint): ts.Node {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return node;
  if (node.name) return node.name;
  const holder = node.parent as ts.Node | undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return holder.name;
  if (holder && ts.isCallExpression(holder)) return holder.expression;
  return node;
}
