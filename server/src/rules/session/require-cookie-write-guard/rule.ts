import type { FileContext } from '../../../core/context';
import { insertAt } from '../../../core/edit';
import type { CookieOp } from '../../../core/cookies';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { enclosingFunction, isInside, statementOf, textOf, ts, unwrap, wrapped } from '../../../core/syntax';
import type { CallLike, FunctionNode } from '../../../core/syntax';
import { codeStyleOf, indentAt } from '../../../core/text';
import type { TextEdit } from '../../../core/text';
import type { FunctionRef, Ref } from '../../../core/values';
import { swallowingTry } from '../../_shared/wrappers';

interface State {
  readonly call: ts.Node;
}

export default defineRule<State>({
  id: 'require-cookie-write-guard',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 755,
  frameworks: ['next'],
  fixable: 'safe',
  needsProject: true,
  docs: {
    what: 'A cookie is written where it can run while a Next.js page renders, without a try around it.',
    why: 'Next.js lets cookies be set only in server actions, route handlers and middleware. While a page, layout or generateMetadata runs, cookies().set() throws: a signed-in user gets an error page on the day the session is renewed, or after it has expired.',
    how: 'Put the write in try/catch, as the Lucia guide for Next.js does, and set `sessionCookie.expires` to false so that nothing is lost when it fails.',
    limits: 'Only the App Router is concerned. A write that no page and no wrapper reaches is not reported.',
  },
  sources: [
    {
      title: 'Lucia v3: Validate session cookies in Next.js',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/nextjs-app.md',
    },
    { title: 'Next.js: cookies', url: 'https://nextjs.org/docs/app/api-reference/functions/cookies' },
  ],
  messages: {
    page: '`{call}` throws while a page renders, and {page} gets here: put it in try/catch.',
    wrapper: '`{call}` throws when this session check is called while a page renders: put it in try/catch.',
  },
  words: ['cookies'],
  check(context, report) {
    if (!context.frameworks.has(context.path, 'next') || context.frameworks.isAuxiliary(context.path)) return;
    for (const node of context.file.calls) {
      const call = context.ref(node);
      const op = context.ops
        .of(call)
        .find((candidate): candidate is CookieOp => candidate.kind === 'cookie' && candidate.api === 'jar');
      const fn = enclosingFunction(node);
      if (!op || !fn || swallowingTry(node) || inTry(node) || !isNextJar(context, call)) continue;
      if (runsInTry(context, fn)) continue;
      const entry = context.frameworks.entryAround(context.file, node);
      const isHandled = !!entry && entry.kind !== 'page' && entry.kind !== 'layout';
      // In a file of server functions all that is exported is one, what pages call as well.
      if (isHandled && (entry.kind !== 'action' || entry.fn.node !== fn)) continue;
      const page = pageThatRuns(context, call);
      const own: FunctionRef = { node: fn, file: context.file };
      const inWrapper = context.roles.isWrapper(own) || context.roles.returnsRowOfUser(own);
      if (!page && !inWrapper && (isHandled || !wrapperRuns(context, call))) continue;
      report({
        at: node,
        message: page ? 'page' : 'wrapper',
        data: {
          call: `${textOf((node as ts.CallExpression).expression)
            .replace(/\s+/g, ' ')
            .slice(-40)}()`,
          page: page ? `\`${shortPath(page.file.path)}\`` : '',
        },
        ...(page ? {} : { severity: 'warning' as const }),
        related:
          page && page.at.file !== context.file ? [context.related(page.at, 'This runs while the page renders.')] : [],
        state: { call: node },
      });
    }
  },
  fixes({ call }, context) {
    const statement = statementOf(call);
    if (!statement || !ts.isExpressionStatement(statement) || !ts.isBlock(statement.parent)) return [];
    const { file } = context;
    return [
      {
        title: 'Put the write in try/catch',
        kind: 'safe',
        edits: () => [{ path: file.path, edits: guardEdits(context, statement) }],
      },
    ];
  },
});

/** Wraps a statement and what it needs in try/catch; the lines of the statement are indented by one level. */
function guardEdits(context: FileContext, statement: ts.Statement): readonly TextEdit[] {
  const { file } = context;
  const style = codeStyleOf(file.text);
  const start = statement.getStart(file.sourceFile);
  const indent = indentAt(file.text, start);
  const inner = indent + style.indent;
  const edits: TextEdit[] = [insertAt(start, `try {${style.lineEnd}${inner}`)];
  for (let at = file.text.indexOf('\n', start); at >= 0 && at < statement.end; at = file.text.indexOf('\n', at + 1))
    edits.push(insertAt(at + 1, style.indent));
  edits.push(
    insertAt(
      statement.end,
      `${style.lineEnd}${indent}} catch {${style.lineEnd}${inner}// Next.js cannot set cookies while a page renders.${style.lineEnd}${indent}}`,
    ),
  );
  return edits;
}

/** A try whose catch throws some errors again is a decision of its own; one that throws them all keeps nothing back. */
function inTry(node: ts.Node): boolean {
  let current: ts.Node = node;
  while (current.parent) {
    const { parent } = current;
    if (ts.isTryStatement(parent) && parent.tryBlock === current && parent.catchClause && !alwaysThrows(parent))
      return true;
    current = parent;
  }
  return false;
}

/** `catch (error) { console.error(error); throw error; }` */
function alwaysThrows({ catchClause }: ts.TryStatement): boolean {
  const statements = catchClause?.block.statements ?? [];
  return (
    statements.some((statement) => ts.isThrowStatement(statement)) &&
    statements.every((statement) => ts.isThrowStatement(statement) || ts.isExpressionStatement(statement))
  );
}

/** A callback of an own function that calls it in a try: `quietly(() => cookies().set(…))`. */
function runsInTry(context: FileContext, fn: FunctionNode): boolean {
  const call = wrapped(fn).parent;
  if (!ts.isCallExpression(call)) return false;
  const index = call.arguments.findIndex((argument) => unwrap(argument) === fn);
  const targets = index < 0 ? [] : context.values.targets(context.ref(call));
  return (
    targets.length > 0 &&
    targets.every(({ node, file }) => {
      const parameter = node.parameters[index];
      const calls = parameter && ts.isIdentifier(parameter.name) ? (file.bindings.get(parameter.name)?.uses ?? []) : [];
      return calls.length > 0 && calls.every((use) => inTry(use));
    })
  );
}

function isNextJar(context: FileContext, call: Ref<CallLike>): boolean {
  const callee = ts.isCallExpression(call.node) ? unwrap(call.node.expression) : undefined;
  if (!callee || !ts.isPropertyAccessExpression(callee)) return false;
  return context.values
    .deepRoots({ ...call, node: callee.expression })
    .some(
      (value) =>
        !value.path.length &&
        ts.isCallExpression(value.ref.node) &&
        context.values
          .callees(value.ref as Ref<CallLike>)
          .some((from) => from.external?.module === 'next/headers' && from.external.name === 'cookies'),
    );
}

interface PageUse {
  readonly file: FunctionRef['file'];
  readonly at: Ref;
}

/** The page, layout or generateMetadata of the project that runs the call without a try on the way. */
function pageThatRuns(context: FileContext, call: Ref): PageUse | undefined {
  const { project, frameworks } = context;
  const own = project.packageOf(context.path)?.dir;
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    if (!/\/(?:page|layout|template|default|not-found)\.[jt]sx?$/.test(path) || project.packageOf(path)?.dir !== own)
      continue;
    const file = project.model(path);
    // In the browser a call of a server function is a request of its own.
    if (!file || file.directive === 'use client') continue;
    for (const entry of frameworks.entryPoints(file)) {
      if ((entry.kind !== 'page' && entry.kind !== 'layout') || entry.framework !== 'next') continue;
      const at = runs(context, entry.fn, call.node, 0);
      if (at) return { file, at: { node: at, file } };
    }
  }
  return undefined;
}

function wrapperRuns(context: FileContext, call: Ref): boolean {
  return context.roles
    .wrappers(context.path)
    .some(
      (wrapper) =>
        wrapper.fn.file.path.startsWith(context.project.packageOf(context.path)?.dir ?? '/') &&
        !isHandler(context, wrapper.fn) &&
        !!runs(context, wrapper.fn, call.node, 0),
    );
}

function isHandler(context: FileContext, fn: FunctionRef): boolean {
  return context.frameworks
    .entryPoints(fn.file)
    .some((entry) => entry.fn.node === fn.node && entry.kind === 'middleware');
}

/** The call in an owner by which it gets to a node in some function, when no try with a catch is around any of the calls. */
function runs(context: FileContext, owner: Owner, wanted: ts.Node, depth: number): ts.Node | undefined {
  if (depth > 4) return undefined;
  for (const site of context.ops.sites(owner)) {
    if (site.op.kind !== 'cookie' || site.op.call.node !== wanted || inTry(site.at)) continue;
    if (site.direct || site.at === wanted) return isInside(wanted, owner.node) ? site.at : undefined;
    const targets = context.values.targets({ ...owner, node: site.at });
    if (targets.some((target) => runs(context, target, wanted, depth + 1))) return site.at;
  }
  return undefined;
}

function shortPath(path: string): string {
  return path.split('/').slice(-2).join('/');
}
