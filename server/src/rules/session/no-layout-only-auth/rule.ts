import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import type { EntryPoint } from '../../../core/framework';
import { defineRule } from '../../../core/rule';
import type { Owner } from '../../../core/ops';
import { ts, walk } from '../../../core/syntax';
import { mentionsSession } from '../../_shared/guards';
import { apparentGuard } from '../../_shared/layouts';
import { isOpenByContent } from '../../_shared/open';

/** Tables that hold nothing of anybody. */
const FOR_ALL =
  /^(?:countr|currenc|language|categor|tag|plan|feature|setting_?default|translation|faq|changelog|(?:app|site|form|system|global)_?(?:config|settings?)(?![a-z]))/i;

/** Who has rows of their own. */
const TENANT =
  /^(?:user|owner|member|store|shop|team|tenant|org|organi[sz]ation|workspace|company|project|restaurant|school)(?:_?id)?$/i;

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
      'Only code that reads or writes the database (itself, through helpers of the project or, for a page, in the components that it renders on the server) is reported. A hook or middleware that ends requests without a session counts as a check.',
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
    action: 'Only {guard} checks who may be here; this {what} runs without it.',
    closed: 'Only load() closes this page (`{setting}`); this action runs all the same.',
  },
  words: ['await', 'actions', 'load', 'Suspense', 'Promise', 'Page('],
  check(context, report) {
    if (!/\/(?:app|routes)\//.test(context.path)) return;
    for (const entry of context.entryPoints) {
      if (entry.kind === 'middleware' || entry.kind === 'layout' || ts.isSourceFile(entry.fn.node)) continue;
      const isPage = entry.kind === 'page' || entry.kind === 'load';
      const readOnly = isPage || (entry.methods?.every((method) => method === 'GET' || method === 'HEAD') ?? false);
      if (!(readOnly ? touchesData(context, entry) : writesData(context, entry))) continue;
      if (isTitleOfGuarded(context, entry)) continue;
      const guard = apparentGuard(context, entry);
      if (!guard || (!isPage && guard.setting === undefined && isOpen(context, entry))) continue;
      const related = [context.related(guard, 'The check is here.')];
      if (guard.setting !== undefined)
        report({
          at: nameOf(entry),
          message: 'closed',
          data: { setting: guard.setting },
          severity: 'warning',
          related,
        });
      else if (isPage)
        report({
          at: nameOf(entry),
          message: 'page',
          related: [context.related(guard, 'The session is checked here.')],
        });
      else
        report({
          at: nameOf(entry),
          message: 'action',
          data: {
            guard: guard.kind === 'load' ? 'load()' : 'the layout',
            what: entry.kind === 'action' ? 'action' : 'endpoint',
          },
          related,
        });
    }
  },
});

/** The title of a page that looks at the session itself: generateMetadata() reads no more than what a link to it may say. */
function isTitleOfGuarded(context: FileContext, entry: EntryPoint): boolean {
  const name = ts.isSourceFile(entry.fn.node) ? undefined : nameOf(entry).getText();
  return (
    name === 'generateMetadata' &&
    context.entryPoints.some(
      (other) => other.kind === 'page' && other.fn.node !== entry.fn.node && mentionsSession(context, { ...other.fn }),
    )
  );
}

/** Whether rows are read that are not for everybody. */
function touchesData(context: FileContext, entry: EntryPoint): boolean {
  return readsRows(context, entry.fn) || (entry.kind === 'page' && rendersRows(context, entry.fn, new Set()));
}

function readsRows(context: FileContext, owner: Owner): boolean {
  return context.ops
    .sites(owner)
    .some(({ op }) => op.kind === 'database' && (!FOR_ALL.test(op.tableName ?? '') || isOfTenant(op)));
}

/** `where: { shop: { slug } }`, `eq(tags.teamId, id)`: what one of many has for itself is not for all. */
function isOfTenant({ filter }: DatabaseOp): boolean {
  let found = false;
  for (const { node } of filter)
    walk(node, (inner) => {
      found ||= ts.isIdentifier(inner) && TENANT.test(inner.text);
      return !found;
    });
  return found;
}

/** Whether components that run on the server for a page read rows: `<Orders />`, unless they look at the session. */
function rendersRows(context: FileContext, owner: Owner, seen: Set<ts.Node>): boolean {
  let reads = false;
  walk(owner.node, (node) => {
    if (reads) return false;
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return true;
    if (ts.isIdentifier(node.tagName) && /^[a-z]/.test(node.tagName.text)) return true;
    for (const component of context.values.functions({ node: node.tagName, file: owner.file })) {
      const made: Owner = { node: component.node, file: component.file };
      if (seen.has(made.node) || seen.size > 30 || made.file.directive === 'use client') continue;
      seen.add(made.node);
      if (mentionsSession(context, made)) continue;
      reads ||= readsRows(context, made) || rendersRows(context, made, seen);
    }
    return !reads;
  });
  return reads;
}

function writesData(context: FileContext, entry: EntryPoint): boolean {
  return context.ops.sites(entry.fn).some((site) => site.op.kind === 'database' && site.op.verb !== 'read');
}

function isOpen(context: FileContext, entry: EntryPoint): boolean {
  return (
    /web-?hook|callback|cron|health|confirm|verif|reset|unsubscribe/i.test(entry.route) ||
    answersAll(context, entry) ||
    isOpenByContent(context, entry, context.ops.sites(entry.fn))
  );
}

/** One function for requests of every method takes what other servers send, whatever it is. */
function answersAll(context: FileContext, entry: EntryPoint): boolean {
  const methods = context.entryPoints.flatMap(({ fn, methods: own }) => (fn.node === entry.fn.node ? (own ?? []) : []));
  return ['GET', 'POST', 'PUT', 'DELETE'].every((method) => methods.includes(method));
}

function nameOf(entry: EntryPoint): ts.Node {
  const { node } = entry.fn;
  if (ts.isSourceFile(node)) return node;
  if (node.name) return node.name;
  const holder = node.parent as ts.Node | undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return holder.name;
  return node.parameters[0] ?? node;
}
