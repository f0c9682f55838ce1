import type { FileContext } from '../../../core/context';
import { addImport, importedAs, insertAt } from '../../../core/edit';
import { exportNamesOf, nameOfFunction } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { calleeName, enclosingFunction, hasModifier, isAsync, ts } from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import { codeStyleOf } from '../../../core/text';
import type { TextEdit } from '../../../core/text';
import type { FunctionRef, Ref } from '../../../core/values';
import { cookieWrappers } from '../../_shared/wrappers';

interface State {
  readonly fn: FunctionNode;
}

export default defineRule<State>({
  id: 'require-request-cache',
  family: 'session',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 'A matter of speed, not a weakness.',
  frameworks: ['next'],
  fixable: 'safe',
  needsProject: true,
  docs: {
    what: 'A session wrapper that Server Components call is not wrapped in React cache().',
    why: 'A layout, its page and the components in it often ask for the user each on their own. Without cache() each of them reads the session from the database while one page renders.',
    how: 'Write `export const validateRequest = cache(async () => …)` with `cache` from react.',
    limits:
      'cache() shares the result within one render of Server Components only: in route handlers and server actions every call reads the database. Wrappers that no Server Component calls are not reported.',
  },
  sources: [
    {
      title: 'Lucia v3: Validate session cookies in Next.js',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/nextjs-app.md',
    },
    { title: 'React: cache', url: 'https://react.dev/reference/react/cache' },
  ],
  messages: {
    missing: 'Wrap {name} in React cache(), so that one page render reads the session once.',
  },
  words: ['validateSession'],
  check(context, report) {
    if (!context.frameworks.has(context.path, 'next') || context.frameworks.isAuxiliary(context.path)) return;
    for (const { fn } of cookieWrappers(context)) {
      const name = nameOfFunction(fn.node);
      if (!name || fn.node.parameters.length || !readsNextCookies(context, fn) || isCached(context, fn)) continue;
      const use = componentCall(context, fn);
      if (!use) continue;
      report({
        at: name,
        message: 'missing',
        data: { name: `\`${name.text}()\`` },
        related: [context.related(use, 'A Server Component calls it here.')],
        state: { fn: fn.node },
      });
    }
  },
  fixes({ fn }, context) {
    if (context.file.directive === 'use server') return [];
    const edits = wrap(context, fn);
    if (!edits) return [];
    return [{ title: 'Wrap it in React cache()', kind: 'safe', edits: () => [{ path: context.path, edits }] }];
  },
});

function readsNextCookies(context: FileContext, fn: FunctionRef): boolean {
  return (
    fn.file.calls.some(
      (call) =>
        calleeName(call) === 'cookies' &&
        context.values
          .callees({ node: call, file: fn.file })
          .some((value) => value.external?.module === 'next/headers'),
    ) || fn.file.specifiers.includes('next/headers')
  );
}

/** Given to cache() of React, in its declaration or by its name. */
function isCached(context: FileContext, fn: FunctionRef): boolean {
  const parent = fn.node.parent as ts.Node | undefined;
  if (parent && ts.isCallExpression(parent)) return true;
  const name = nameOfFunction(fn.node);
  const uses = name ? (fn.file.bindings.get(name)?.uses ?? []) : [];
  if (
    uses.some(
      (use) =>
        ts.isCallExpression(use.parent) &&
        use.parent.expression !== use &&
        isCache(context, { node: use.parent, file: fn.file }),
    )
  )
    return true;
  return context.roles.callersOf(fn).some((call) => {
    const around = enclosingFunction(call.node)?.parent as ts.Node | undefined;
    return !!around && ts.isCallExpression(around) && isCache(context, { node: around, file: call.file });
  });
}

function isCache(context: FileContext, call: Ref<CallLike>): boolean {
  return context.values
    .callees(call)
    .some(
      (value) => value.external?.module === 'react' && (value.external.name === 'cache' || value.path[0] === 'cache'),
    );
}

/** A call in a page, a layout, or an async function that returns elements. */
function componentCall(context: FileContext, fn: FunctionRef): Ref | undefined {
  return context.roles.callersOf(fn).find((call) => {
    if (!/\.[jt]sx$/.test(call.file.path) || call.file.directive) return false;
    const entry = context.frameworks.entryAround(call.file, call.node);
    if (entry) return entry.kind === 'page' || entry.kind === 'layout';
    const around = enclosingFunction(call.node);
    return (
      !!around &&
      isAsync(around) &&
      context.values.returned({ node: around, file: call.file }).some((ref) => isElement(ref.node))
    );
  });
}

function isElement(node: ts.Node): boolean {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) inner = inner.expression;
  return ts.isJsxElement(inner) || ts.isJsxSelfClosingElement(inner) || ts.isJsxFragment(inner);
}

function wrap(context: FileContext, fn: FunctionNode): readonly TextEdit[] | undefined {
  const { file } = context;
  const cache = importedAs(file, 'react', 'cache') ?? 'cache';
  if (
    cache === 'cache' &&
    !importedAs(file, 'react', 'cache') &&
    [...file.bindings.keys()].some((identifier) => identifier.text === 'cache')
  )
    return undefined;
  const addition = addImport(file, 'react', 'cache');
  const added = addition ? [addition] : [];
  if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))
    return [...added, insertAt(fn.getStart(), `${cache}(`), insertAt(fn.end, ')')];
  if (
    !ts.isFunctionDeclaration(fn) ||
    !fn.name ||
    !fn.body ||
    hasModifier(fn, ts.SyntaxKind.DefaultKeyword) ||
    exportNamesOf(file, fn.name).includes('default')
  )
    return undefined;
  // Declarations are hoisted, constants are not: only when nothing runs before.
  const uses = file.bindings.get(fn.name)?.uses ?? [];
  if (uses.some((use) => use.pos < fn.pos && !enclosingFunction(use))) return undefined;
  const keyword = fn.modifiers?.find((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? fn.name;
  const start = keyword.getStart();
  const { semicolon } = codeStyleOf(file.text);
  return [
    ...added,
    insertAt(start, `const ${fn.name.text} = ${cache}(`),
    { start: fn.name.getStart() - 1, end: fn.name.end, newText: ' ' },
    insertAt(fn.end, `)${semicolon ? ';' : ''}`),
  ];
}
