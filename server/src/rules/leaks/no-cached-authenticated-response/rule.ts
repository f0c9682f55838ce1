import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  isFunctionNode,
  memberOf,
  propertyName,
  stringValue,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import type { FunctionRef, Ref } from '../../../core/values';
import { mentionsSession } from '../../_shared/guards';

const PUBLIC = /(?:^|[\s,])(?:public|s-maxage=[1-9]\d*)(?:$|[\s,])/i;

export default defineRule({
  id: 'no-cached-authenticated-response',
  family: 'leaks',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 524,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A handler or page that looks at the session marks its answer as cacheable for everyone, or reads the session inside a shared cache.',
    why: "A cache between you and your users then gives one user's page to the next.",
    how: 'Send `Cache-Control: private, no-store` with answers that depend on the session, and keep the session out of cached functions: pass them the id they need.',
    limits: 'Caching rules of a CDN or hosting platform are not seen.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 14.3.2',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x23-V14-Data-Protection.md',
    },
    { title: 'RFC 9111, section 5.2.2', url: 'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2' },
  ],
  messages: {
    header: 'This response depends on the session but `{value}` lets caches give it to others.',
    route: "`{name}` makes this route's answer shared, but it depends on the session.",
    cached: 'The session is read inside {name}(), which keeps the result for everyone.',
  },
  words: [
    'Cache-Control',
    'cache-control',
    'revalidate',
    'force-static',
    'unstable_cache',
    'use cache',
    'setHeaders',
    'defineCachedEventHandler',
    'cachedEventHandler',
    'cache',
    'Cached',
  ],
  check(context, report) {
    const told = new Set<ts.Node>();
    for (const literal of context.file.strings) {
      if (!PUBLIC.test(literal.text)) continue;
      for (const at of [literal, ...usesOf(context, literal), ...joinedOf(literal)]) {
        const entry = isCacheControl(at) ? context.frameworks.entryAround(context.file, at) : undefined;
        if (!entry || told.has(at) || !readsSession(context, entry.fn)) continue;
        if (entry.kind === 'middleware' && isForSomePaths(context, at)) continue;
        told.add(at);
        report({ at, message: 'header', data: { value: literal.text.slice(0, 40) } });
      }
    }
    routeOptions(context, (at, name) => report({ at, message: 'route', data: { name } }));
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const made = cacheOf(context, context.ref(call), 0);
      const given = made && argumentsOf(call)[made.index];
      if (given && context.values.functions(context.ref(given)).some((fn) => readsByItself(context, fn)))
        report({ at: call.expression, message: 'cached', data: { name: made.name } });
      else if (
        ts.isCallExpression(call.parent) &&
        isFrom(context, context.ref(call), /^hono\/cache$/, /^cache$/) &&
        call.parent.arguments.some(
          (other) =>
            isFunctionNode(unwrap(other)) &&
            readsSession(context, { node: unwrap(other) as FunctionNode, file: context.file }),
        )
      )
        report({ at: call.expression, message: 'cached', data: { name: calleeName(call) ?? 'cache' } });
    }
    for (const fn of context.file.functions) {
      const first = fn.body && ts.isBlock(fn.body) ? fn.body.statements[0] : undefined;
      const directive = first && ts.isExpressionStatement(first) ? stringValue(first.expression) : undefined;
      if (directive === 'use cache' && readsSession(context, { node: fn, file: context.file }))
        report({ at: first!, message: 'cached', data: { name: '"use cache"' } });
    }
  },
});

const CACHES = /^(?:unstable_cache|(?:defineC|c)ached(?:EventHandler|Function))$/;

/** What keeps the result of a function that a call is given, and which argument that is; own helpers may stand between. */
function cacheOf(
  context: FileContext,
  call: Ref<ts.CallExpression>,
  depth: number,
): { readonly name: string; readonly index: number } | undefined {
  const name = calleeName(call.node) ?? '';
  if (!call.node.arguments.length) return undefined;
  if (CACHES.test(name) || isFrom(context, call, /^(?:next\/cache|nitro(?:pack)?(?:\/.+)?|#.+)$/, CACHES))
    return { name, index: 0 };
  if (depth > 1 || !call.node.arguments.some((argument) => mayBeFunction(argument))) return undefined;
  for (const { node, file } of context.values.targets(call)) {
    let index = -1;
    walk(node, (inner) => {
      if (index >= 0) return false;
      if (!ts.isCallExpression(inner)) return true;
      const cache = cacheOf(context, { node: inner, file }, depth + 1);
      const kept = cache && inner.arguments[cache.index];
      for (const { ref } of kept ? context.values.roots({ node: kept, file }) : [])
        if (ts.isParameter(ref.node) && ref.node.parent === node) index = node.parameters.indexOf(ref.node);
      return index < 0;
    });
    if (index >= 0) return { name, index };
  }
  return undefined;
}

function mayBeFunction(argument: ts.Expression): boolean {
  const inner = unwrap(argument);
  return isFunctionNode(inner) || ts.isIdentifier(inner);
}

/** Whether a call is one of a package, whatever the file calls it. */
function isFrom(context: FileContext, call: Ref<CallLike>, module: RegExp, name: RegExp): boolean {
  return context.values
    .callees(call)
    .some(({ external, path }) => external && module.test(external.module) && name.test(path[0] ?? external.name));
}

/** Whether a function asks for the session itself: what it is given is a part of the key that its results are kept under. */
function readsByItself(context: FileContext, fn: FunctionRef): boolean {
  if (context.ops.sites(fn).some(({ op }) => op.kind === 'lucia' && op.method === 'validateSession')) return true;
  const isGiven = fn.node.parameters.some(
    ({ name }) =>
      ts.isIdentifier(name) &&
      (/^(?:user|session)$/i.test(name.text) || !!context.roles.sessionPart({ ...fn, node: name })),
  );
  return !isGiven && readsSession(context, fn);
}

function readsSession(context: FileContext, fn: Parameters<typeof mentionsSession>[1]): boolean {
  return mentionsSession(context, fn);
}

/** Whether a hook comes there for some addresses only: those of files, for one, whose answer does not depend on the session. */
function isForSomePaths(context: FileContext, at: ts.Node): boolean {
  return context.conditions.known(context.ref(at)).some(({ ref }) => {
    let asks = false;
    walk(ref.node, (node) => {
      asks ||= PATH.test(memberOf(node)?.name ?? (ts.isIdentifier(node) ? node.text : ''));
      return !asks;
    });
    return asks;
  });
}

/** What an address is called in requests, and in the variables that hold it. */
const PATH = /^(?:\w*path(?:name)?|originalUrl|url|route(?:Id)?)$/i;

/** Where a text is used that has a name: `const SHARED = 'public, max-age=60'`. */
function usesOf(context: FileContext, { parent }: ts.StringLiteralLike): readonly ts.Identifier[] {
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return [];
  const { name } = parent;
  return (context.file.bindings.get(name)?.uses ?? []).filter((use) => use !== name);
}

/** The text of which a word is a part: `['public', 'max-age=60'].join(', ')`. */
function joinedOf({ parent }: ts.StringLiteralLike): readonly ts.CallExpression[] {
  const member = ts.isArrayLiteralExpression(parent) ? parent.parent : undefined;
  const call =
    member && ts.isPropertyAccessExpression(member) && member.name.text === 'join' ? member.parent : undefined;
  return call && ts.isCallExpression(call) && call.expression === member ? [call] : [];
}

/** The value of a Cache-Control header, in whatever way the header is set. */
function isCacheControl(value: ts.Node): boolean {
  const parent = value.parent as ts.Node | undefined;
  if (!parent) return false;
  if (ts.isPropertyAssignment(parent)) return HEADER.test(propertyName(parent.name) ?? '');
  // set.headers['cache-control'] = …
  if (ts.isBinaryExpression(parent))
    return (
      parent.right === value &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      HEADER.test(memberOf(unwrap(parent.left))?.name ?? '')
    );
  const beside = ts.isCallExpression(parent)
    ? parent.arguments
    : ts.isArrayLiteralExpression(parent)
      ? parent.elements
      : [];
  return beside.some((other) => HEADER.test(stringValue(other) ?? ''));
}

/** What caches in general are told, or those of a content delivery network alone. */
const HEADER = /^(?:(?:[a-z]+-)?cdn-)?cache-?control$/i;

/** `export const dynamic = 'force-static'`, `export const revalidate = 60` in a route file of Next. */
function routeOptions(context: FileContext, report: (at: ts.Node, name: string) => void): void {
  if (!context.frameworks.has(context.path, 'next')) return;
  const reads = context.entryPoints.some(
    (entry) => (entry.kind === 'route' || entry.kind === 'page') && readsSession(context, entry.fn),
  );
  if (!reads) return;
  for (const name of ['dynamic', 'revalidate']) {
    const entry = context.file.exports.get(name);
    if (entry?.kind !== 'local' || !ts.isVariableDeclaration(entry.node.parent)) continue;
    const value = entry.node.parent.initializer;
    if (!value) continue;
    const inner = unwrap(value);
    if (name === 'dynamic' && stringValue(inner) === 'force-static') report(inner, "dynamic = 'force-static'");
    if (
      name === 'revalidate' &&
      ts.isNumericLiteral(inner) &&
      Number(inner.text) > 0 &&
      stringValue(dynamicOf(context)) !== 'force-dynamic'
    )
      report(inner, `revalidate = ${inner.text}`);
  }
}

function dynamicOf(context: FileContext): ts.Node | undefined {
  const entry = context.file.exports.get('dynamic');
  return entry?.kind === 'local' && ts.isVariableDeclaration(entry.node.parent)
    ? entry.node.parent.initializer
    : undefined;
}
