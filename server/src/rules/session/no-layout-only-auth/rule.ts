import type { FileContext } from '../../../core/context';
import type { EntryPoint } from '../../../core/framework';
import type { FileModel } from '../../../core/model';
import type { FunctionRef } from '../../../core/values';
import { basename, dirname, isUnder } from '../../../core/paths';
import { defineRule } from '../../../core/rule';
import { ts } from '../../../core/syntax';
import { isGuardedAround, mentionsSession, speaksOfSession } from '../../_shared/guards';

export default defineRule({
  id: 'no-layout-only-auth',
  family: 'session',
  severity: 'error',
  stage: 'stable',
  precision: 'medium',
  cwe: 862,
  frameworks: ['next', 'sveltekit'],
  fixable: 'none',
  needsProject: true,
  docs: {
    what: "A layout (or a page's load) keeps visitors out, and a page, action or endpoint below it that reads or changes data has no check of its own.",
    why: "A layout does not run before its pages: Next sends the page's data along with the redirect and skips the layout on navigation, and a SvelteKit action or endpoint runs without any load. The data is served to whoever asks.",
    how: "Check the session in the page, action or endpoint itself; keep the layout's check for the display.",
    limits:
      'Only code that reads or writes the database (itself or through helpers of the project) is reported. A hook or middleware that ends requests without a session counts as a check.',
  },
  sources: [
    {
      title: 'Next.js: authentication, layouts and auth checks',
      url: 'https://nextjs.org/docs/app/guides/authentication',
    },
    {
      title: 'SvelteKit: implications for authentication',
      url: 'https://svelte.dev/docs/kit/load#Implications-for-authentication',
    },
  ],
  messages: {
    page: 'Only the layout checks the session; this page can be rendered without it.',
    action: 'Only {guard} checks who may be here; this action runs without it.',
  },
  words: ['export'],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (ts.isSourceFile(entry.fn.node)) continue;
      if (entry.framework === 'next' && entry.kind === 'page') {
        if (!touchesData(context, entry) || mentionsSession(context, entry.fn) || isGuardedAround(context, entry))
          continue;
        const layout = guardingLayout(context, /^layout\.[jt]sx?$/);
        if (layout)
          report({
            at: nameOf(entry),
            message: 'page',
            related: [context.related(layout, 'The session is checked here.')],
          });
      }
      if (entry.framework === 'sveltekit' && entry.kind === 'action') {
        if (!writesData(context, entry) || mentionsSession(context, entry.fn) || isGuardedAround(context, entry))
          continue;
        const load = context.entryPoints.find((other) => other.kind === 'load' && leaves(context, other));
        const guard = load
          ? { node: load.fn.node as ts.Node, file: context.file }
          : guardingLayout(context, /^\+layout\.server\.[jt]s$/);
        if (guard)
          report({
            at: nameOf(entry),
            message: 'action',
            data: { guard: load ? 'load()' : 'the layout' },
            related: [context.related(guard, 'The check is here.')],
          });
      }
      if (entry.framework === 'sveltekit' && entry.kind === 'load' && touchesData(context, entry)) {
        if (mentionsSession(context, entry.fn) || isGuardedAround(context, entry)) continue;
        const layout = guardingLayout(context, /^\+layout\.server\.[jt]s$/);
        // load() of a page that awaits parent() runs after the layout's.
        if (layout && !/\bparent\s*\(/.test(entry.fn.node.getText()))
          report({
            at: nameOf(entry),
            message: 'page',
            related: [context.related(layout, 'The session is checked here.')],
          });
      }
    }
  },
});

function touchesData(context: FileContext, entry: EntryPoint): boolean {
  return context.ops
    .sites(entry.fn)
    .some(
      (site) =>
        site.op.kind === 'database' &&
        /user|account|order|invoice|payment|profile|message|setting|project|customer|member|secret|note|document/i.test(
          site.op.tableName ?? '',
        ),
    );
}

function writesData(context: FileContext, entry: EntryPoint): boolean {
  return context.ops.sites(entry.fn).some((site) => site.op.kind === 'database' && site.op.verb !== 'read');
}

/** A layout above this file whose code leaves when there is no session. */
function guardingLayout(context: FileContext, name: RegExp): { node: ts.Node; file: FileModel } | undefined {
  for (const path of context.project.filesNear(context.path)) {
    if (!name.test(basename(path)) || !isUnder(context.path, dirname(path))) continue;
    const file = context.project.model(path);
    for (const entry of file ? context.frameworks.entryPoints(file) : []) {
      if (entry.kind === 'layout' && leaves(context, entry)) return { node: entry.fn.node, file: file! };
    }
  }
  return undefined;
}

/** Whether an entry point ends early because nobody (or nobody entitled) is signed in, or because the route is closed. */
function leaves(context: FileContext, entry: EntryPoint): boolean {
  const fn = entry.fn as FunctionRef;
  const flow = context.conditions.flow(fn);
  return flow.branches.some(({ edge }) => {
    if (!edge.condition) return false;
    const ref = { ...fn, node: edge.condition.expression };
    const test = context.roles.missing({ ref, truth: edge.condition.truth });
    if (!test?.missing || !speaksOfSession(context, ref)) return false;
    return (
      flow.exitsFrom(edge.to).some((exit) => exit.kind === 'never' || exit.kind === 'throw') &&
      !flow.exitsFrom(edge.to).some((exit) => exit.kind === 'end')
    );
  });
}

function nameOf(entry: EntryPoint): ts.Node {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return node;
  if (node.name) return node.name;
  const holder = node.parent as ts.Node | undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return holder.name;
  return node.parameters[0] ?? node;
}
