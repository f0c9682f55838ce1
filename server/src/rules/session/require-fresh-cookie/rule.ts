import type { FileContext } from '../../../core/context';
import { inFile } from '../../../core/edit';
import type { LuciaOp } from '../../../core/ops';
import type { EntryPoint } from '../../../core/framework';
import { nameOfFunction } from '../../../core/model';
import type { Instance } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, isFunctionNode, stringValue, ts } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { isSessionValue, onlyWithoutSession } from '../../_shared/session';
import {
  cookieExpires,
  cookieWrappers,
  expiresFalse,
  freshReads,
  instanceOf,
  middlewareRenews,
  sessionCookieWrites,
  swallowingTry,
} from '../../_shared/wrappers';
import type { CookieWrapper } from '../../_shared/wrappers';
import type { Ref } from '../../../core/values';

interface State {
  readonly instance: Instance | undefined;
}

export default defineRule<State>({
  id: 'require-fresh-cookie',
  family: 'session',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 'Users are signed out early: a defect, not a weakness.',
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A session wrapper does not send the renewed session cookie, or sends it only where Next.js cannot write it, while the cookie has an expiry of its own.',
    why: 'Lucia renews a session once half of its lifetime is over and tells so once, by `session.fresh`. In the App Router the first call is often made while a page renders: there cookies().set() throws, the catch swallows it, and no later call is told again. The browser then drops its cookie at the old date and the user is signed out in the middle of a valid session.',
    how: 'In the Next.js App Router set `sessionCookie: { expires: false }` as the Lucia guide does: the cookie then outlives the session, and the database alone decides. Elsewhere write lucia.createSessionCookie(session.id) when session.fresh is true, or use the same setting.',
    limits:
      'Wrappers behind a middleware that writes the cookie, bearer tokens and hand-made sessions are left alone. Where no Lucia instance can be seen, its default is taken to hold.',
  },
  sources: [
    { title: 'Lucia v3: Sessions', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/basics/sessions.md' },
    {
      title: 'Lucia v3: Validate session cookies in Next.js',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/nextjs-app.md',
    },
  ],
  messages: {
    swallowed:
      'A renewed session is told only once: when a page renders, this write fails unseen and the user is logged out early.',
    never: '{name} never writes the cookie of a renewed session (session.fresh): users are logged out early.',
  },
  words: ['validateSession'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const wrapper of cookieWrappers(context)) {
      const instance = instanceOf(context, wrapper.op);
      if (instance ? cookieExpires(context, instance) !== true : isElsewhere(context, wrapper.op)) continue;
      const related = instance && [
        context.related(
          { node: instance.call.node.expression, file: instance.call.file },
          'This instance lets the cookie expire with the session: `expires` is not false.',
        ),
      ];
      const reads = freshReads(context, wrapper.fn).filter(
        (node) => !onlyWithoutSession(context, { node, file: wrapper.fn.file }),
      );
      const swallowed = swallowedWrite(context, wrapper, reads);
      if (swallowed) {
        if (!instance) continue;
        // No page renders behind the middleware of another server in the same project.
        if (!middlewareRenews(context, wrapper.fn, 'next'))
          report({ at: swallowed, message: 'swallowed', related, state: { instance } });
        continue;
      }
      if (reads.length || renews(context, wrapper) || isRenewedBefore(context, wrapper)) continue;
      const { site } = wrapper;
      report({
        at: site.at,
        message: 'never',
        data: { name: `\`${nameOf(context, wrapper)}\`` },
        related,
        state: { instance },
      });
    }
  },
  fixes: ({ instance }, context) =>
    instance
      ? [
          {
            title: 'Set `expires: false` on the session cookie',
            kind: 'suggested',
            edits() {
              const change = expiresFalse(context, instance);
              return change && inFile(change.file, change.edit);
            },
          },
        ]
      : [],
});

/** Whether a middleware has written the cookie already; one that is given to other paths has not for a second guard. */
function isRenewedBefore(context: FileContext, { fn }: CookieWrapper): boolean {
  const isGuard = context.entryPoints.some((entry) => isGiven(entry) && entry.fn.node === fn.node);
  return middlewareRenews(
    context,
    fn,
    undefined,
    (other) => !isGuard || !isGiven(other) || mayRunForAll(context, other),
  );
}

/** Middleware that runs where it is given to an application or a router. */
function isGiven({ kind, framework }: EntryPoint): boolean {
  return kind === 'middleware' && /^(?:express|hono|fastify|elysia)$/.test(framework);
}

/** Whether a middleware is given to something without a path, or in a way that cannot be seen. */
function mayRunForAll(context: FileContext, { fn }: EntryPoint): boolean {
  const { project, values } = context;
  const paths = project.filesNear(context.path);
  const given = paths.flatMap((path) => {
    const file = project.mentions(path, '.use(') ? project.model(path) : undefined;
    return (file?.calls ?? []).filter(
      (call): call is ts.CallExpression =>
        ts.isCallExpression(call) &&
        calleeName(call) === 'use' &&
        call.arguments.some((node) => values.functions({ node, file: file! }).some((other) => other.node === fn.node)),
    );
  });
  if (given.length) return given.some(({ arguments: [first] }) => !/[^/*]/.test(stringValue(first) ?? ''));
  const name = isFunctionNode(fn.node) ? nameOfFunction(fn.node) : undefined;
  const uses = (name && fn.file.bindings.get(name)?.uses.filter((use) => use !== name)) ?? [];
  return !name || uses.length > 0 || paths.some((path) => path !== fn.file.path && project.mentions(path, name.text));
}

/** Whether some instance can be seen. Where there is none, it is taken to keep Lucia's default. */
function isElsewhere(context: FileContext, op: LuciaOp): boolean {
  return op.resolved || context.roles.projectInstances(op.call.file.path).length > 0;
}

function nameOf(context: FileContext, { fn }: CookieWrapper): string {
  const known = context.roles.wrappers(context.path).find((candidate) => candidate.fn.node === fn.node)?.name;
  const name = known ?? nameOfFunction(fn.node)?.text;
  return name ? `${name}()` : 'This session check';
}

/** Next.js: the place that writes a renewed cookie, when an error there goes no further. */
function swallowedWrite(context: FileContext, wrapper: CookieWrapper, reads: readonly ts.Node[]): ts.Node | undefined {
  if (!context.frameworks.has(context.path, 'next')) return undefined;
  const writes = sessionCookieWrites(context, wrapper.sites).filter(
    ({ op }) => op.api === 'jar' && op.lucia !== 'blank' && writesNextCookies(context, op.call),
  );
  if (!writes.length) return undefined;
  for (const { site, op } of writes) {
    if (!swallowingTry(site.at) && !swallowingTry(op.call.node)) return undefined;
  }
  return reads[0] ?? writes[0]!.site.at;
}

function writesNextCookies(context: FileContext, call: Ref<CallLike>): boolean {
  const callee = ts.isCallExpression(call.node) ? call.node.expression : undefined;
  if (!callee || !ts.isPropertyAccessExpression(callee)) return false;
  return context.values
    .deepRoots({ ...call, node: callee.expression })
    .some(
      (value) =>
        ts.isCallExpression(value.ref.node) &&
        context.values
          .callees(value.ref as Ref<CallLike>)
          .some((from) => from.external?.module === 'next/headers' && from.external.name === 'cookies'),
    );
}

/** Whether the wrapper, its callers, or code that it hands the session to may write the cookie of a renewed session. */
function renews(context: FileContext, wrapper: CookieWrapper): boolean {
  const writes = (sites: CookieWrapper['sites']): boolean =>
    sites.some(({ op }) => op.kind === 'lucia' && op.method === 'createSessionCookie') ||
    sessionCookieWrites(context, sites).length > 0;
  // What is done for an invalid session renews nothing.
  if (writes(wrapper.sites.filter((site) => !onlyWithoutSession(context, { node: site.at, file: wrapper.fn.file }))))
    return true;
  for (const call of context.roles.callersOf(wrapper.fn)) {
    const owner = context.conditions.ownerOf(call);
    if (owner.node === wrapper.fn.node) continue;
    if (!ts.isSourceFile(owner.node) && freshReads(context, { node: owner.node, file: owner.file }).length) return true;
    if (
      writes(context.ops.sites(owner)) &&
      !context.ops.sites(owner).some(({ op }) => op.kind === 'lucia' && op.method === 'createSession')
    )
      return true;
  }
  return context.ops.callsIn(wrapper.fn.file, wrapper.fn.node).some((node) => {
    const call = { node, file: wrapper.fn.file };
    if (context.ops.of(call).length) return false;
    const isUnseen = !context.values.targets(call).length;
    const helperReads = context.values.targets(call).some((target) => freshReads(context, target).length > 0);
    const takesSession = argumentsOf(node).some(
      (argument) =>
        !isFunctionNode(argument) &&
        /^(?:session|result)$/.test(context.roles.sessionPart({ ...call, node: argument }) ?? '') &&
        isSessionValue(context, { ...call, node: argument }),
    );
    return takesSession && (isUnseen ? !isStore(node) : helperReads);
  });
}

/** `c.set('session', session)` and the like: keeps the session, writes nothing. */
function isStore(call: CallLike): boolean {
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    /^(?:set|assign|decorate|json|provide|next)$/.test(call.expression.name.text)
  );
}
